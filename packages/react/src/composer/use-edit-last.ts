import { actorOf } from '../people/actor-of.ts';
import { useChat } from '../provider/use-chat.ts';
import type { Editing } from './editing.ts';
import { lastEditable } from './last-editable.ts';

/** Begins to change the person's latest message, on its way or stored, where there is one that may be changed. */
export function useEditLast(conversationId: number, onEdit: (editing: Editing) => void): () => void {
  const { sync } = useChat();
  return () => {
    const { me, chat } = sync.getState();
    const waiting = chat.pending.get(conversationId)?.at(-1);
    if (waiting) return onEdit({ clientId: waiting.clientId });
    const known = chat.conversations.get(conversationId);
    const message = me && known && lastEditable(known, actorOf(me), chat.changes);
    if (message) onEdit({ messageId: message.id });
  };
}
