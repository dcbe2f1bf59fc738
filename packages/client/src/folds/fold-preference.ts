import type { Preference } from '@vibe/contract';
import { type ChatState, changeConversation } from './chat-state.ts';

/** How the person keeps the conversation now: pinned, muted, archived. */
export const foldPreference = (state: ChatState, preference: Preference): ChatState =>
  changeConversation(state, preference.conversationId, (known) => {
    if (preference.version <= known.conversation.preference.version) return known;
    return { ...known, conversation: { ...known.conversation, preference } };
  });
