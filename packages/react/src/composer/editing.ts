import { type ChatState, withChange } from '@vibe/client';

/** What is being changed: a stored message, or an own one that was on its way when it began, or refused. */
export type Editing = { messageId: number } | { clientId: string };

/** What it says now; empty where it is not there any more. */
export function contentOfEdited(chat: ChatState, conversationId: number, editing: Editing): string {
  const pending = chat.pending.get(conversationId) ?? [];
  const waiting = 'clientId' in editing && pending.find(({ clientId }) => clientId === editing.clientId);
  if (waiting) return waiting.content;
  const messages = chat.conversations.get(conversationId)?.messages ?? [];
  const message = messages.findLast(({ id, clientId, senderId }) =>
    'messageId' in editing
      ? id === editing.messageId
      : clientId === editing.clientId && senderId === chat.userId,
  );
  return (message && withChange(message, chat.changes.get(message.id)).content) ?? '';
}
