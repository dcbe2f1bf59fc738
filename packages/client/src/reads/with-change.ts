import type { Message } from '@vibe/contract';
import type { PendingChange } from '../folds/chat-state.ts';

/**
 * The message as its person left it, whether or not the server knows already. A deletion that was refused leaves it as it
 * is; an edit that was refused shows, so that its text is not lost. The same object for the same two.
 */
export function withChange(message: Message, change: PendingChange | null | undefined): Message {
  if (!change || (change.content === null && change.failure)) return message;
  const known = changed.get(change);
  if (known?.message === message) return known.shown;
  const { content, createdAt } = change;
  const editedAt = message.editedAt ?? createdAt;
  const shown =
    content === null
      ? { ...message, content, deletedAt: message.deletedAt ?? createdAt }
      : { ...message, content, editedAt, deletedAt: null };
  changed.set(change, { message, shown });
  return shown;
}

const changed = new WeakMap<PendingChange, { message: Message; shown: Message }>();
