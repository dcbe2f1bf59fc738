import type { ChatState, ConversationState } from '../folds/chat-state.ts';
import { memo } from './memo.ts';

const sort = memo((conversations: ChatState['conversations']): readonly ConversationState[] =>
  [...conversations.values()].sort(byActivity),
);

/** As `conversation.list` has them: latest activity first, then highest id. Memoised: the same array while no conversation changes. */
export const sortedConversations = (state: ChatState): readonly ConversationState[] =>
  sort(state.conversations);

function byActivity({ conversation: a }: ConversationState, { conversation: b }: ConversationState): number {
  if (a.lastActivityAt !== b.lastActivityAt) return a.lastActivityAt < b.lastActivityAt ? 1 : -1;
  return b.id - a.id;
}
