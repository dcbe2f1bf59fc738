import type { Message } from '@vibe/contract';
import type { ChatState } from '../folds/chat-state.ts';

type Known = Pick<ChatState, 'conversations' | 'userId'>;

/** The own message that was sent under that `clientId`, where it is loaded. */
export const sentMessage = (
  { conversations, userId }: Known,
  conversationId: number,
  clientId: string,
): Message | undefined =>
  conversations
    .get(conversationId)
    ?.messages.findLast((message) => message.clientId === clientId && message.senderId === userId);

/** The message of that id, where it is loaded. */
export const messageById = (
  { conversations }: Known,
  conversationId: number,
  messageId: number,
): Message | undefined => conversations.get(conversationId)?.messages.findLast(({ id }) => id === messageId);
