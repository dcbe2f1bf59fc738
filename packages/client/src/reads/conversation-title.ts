import type { ChatState, KnownConversation } from '../folds/chat-state.ts';

/** A group's name; a direct conversation is called after the other person. */
export function conversationTitle(state: ChatState, { name, participants }: KnownConversation): string {
  if (name !== null) return name;
  const other = participants.find(({ userId }) => userId !== state.userId);
  return other?.user.fullName ?? '';
}
