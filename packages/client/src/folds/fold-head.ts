import type { ConversationHead } from '@vibe/contract';
import { type ChatState, changeConversation } from './chat-state.ts';

/** The conversation's own fields as they are now, its name for one. */
export const foldHead = (state: ChatState, head: ConversationHead): ChatState =>
  changeConversation(state, head.id, (known) => {
    if (head.stateVersion <= known.conversation.stateVersion) return known;
    const version = Math.max(known.conversation.version, head.stateVersion);
    return { ...known, conversation: { ...known.conversation, ...head, version } };
  });
