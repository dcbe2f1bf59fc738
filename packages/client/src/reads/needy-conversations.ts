import type { ChatState } from '../folds/chat-state.ts';
import { memo } from './memo.ts';

const staleIds = memo((conversations: ChatState['conversations']): readonly number[] =>
  [...conversations.values()].filter(({ isStale }) => isStale).map(({ conversation }) => conversation.id),
);

/** Conversations that have to be fetched: those not known, and those of which something cannot be worked out. */
export const needyConversations = (state: ChatState): readonly number[] => [
  ...state.missingIds,
  ...staleIds(state.conversations),
];
