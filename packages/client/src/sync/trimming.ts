import { keptMessages, trimMessages } from '../folds/trim-messages.ts';
import type { SyncContext } from './sync-context.ts';

const intervalMs = 60_000;

/**
 * Conversations that nobody looks at gather messages all day long: now and then they are trimmed. To be called after each
 * change.
 */
export function createTrimming(
  context: SyncContext,
  isOpen: (conversationId: number) => boolean,
): () => void {
  let trimmedAt = Date.now();
  return () => {
    if (Date.now() - trimmedAt < intervalMs) return;
    trimmedAt = Date.now();
    const { conversations } = context.store.getState().chat;
    const long = [...conversations]
      .filter(([id, { messages }]) => messages.length > 2 * keptMessages && !isOpen(id))
      .map(([id]) => id);
    if (long.length > 0) context.fold((chat) => long.reduce(trimMessages, chat));
  };
}
