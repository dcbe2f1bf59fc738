import { type ChatState, withChange } from '@vibe/client';

/** What is being changed: a stored message, or one that was refused and waits for the person. */
export type Editing = { messageId: number } | { clientId: string };

/** What it says now; empty where it is not there any more. */
export function contentOfEdited(chat: ChatState, conversationId: number, editing: Editing): string {
  if ('clientId' in editing) {
    const pending = chat.pending.get(conversationId) ?? [];
    return pending.find(({ clientId }) => clientId === editing.clientId)?.content ?? '';
  }
  const messages = chat.conversations.get(conversationId)?.messages ?? [];
  const message = messages.findLast(({ id }) => id === editing.messageId);
  return (message && withChange(message, chat.changes.get(message.id)).content) ?? '';
}
