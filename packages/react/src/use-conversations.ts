import { type ConversationState, sortedConversations } from '@vibe/client';
import { useSync } from './use-sync.ts';

/** The loaded conversations, latest activity first; null until they are loaded. */
export const useConversations = (): readonly ConversationState[] | null =>
  useSync(({ me, chat }) => me && sortedConversations(chat));
