import type { SyncEvent } from '@vibe/contract';
import { type ChatState, type ConversationState, changeConversation } from './chat-state.ts';
import { foldConversation } from './fold-conversation.ts';
import { foldHead } from './fold-head.ts';
import { foldMessage } from './fold-message.ts';
import { foldParticipant } from './fold-participant.ts';
import { foldPreference } from './fold-preference.ts';
import { foldReceipt } from './fold-receipt.ts';
import { foldUsers } from './fold-user.ts';

/** What changes the state by itself. `ready`, `caughtUp` and `reset` steer the stream and are its reader's business. */
export type FoldedEvent = SyncEvent | { type: 'conversation.truncated'; conversationId: number };

/** The state after the event. Applying one twice, or late, changes nothing: the higher version wins. */
export function foldEvent(state: ChatState, event: FoldedEvent): ChatState {
  switch (event.type) {
    case 'message.sent':
    case 'message.edited':
    case 'message.deleted':
      return foldMessage(state, event);
    case 'receipt.advanced':
      return foldReceipt(state, event.receipt);
    case 'conversation.created':
      return foldConversation(state, event.conversation, 'created');
    case 'conversation.updated':
      return foldHead(state, event.conversation);
    case 'participant.added':
    case 'participant.updated':
    case 'participant.removed':
      return foldParticipant(state, event.participant, event.participantCount);
    case 'preference.updated':
      return foldPreference(state, event.preference);
    case 'user.updated':
      return foldUsers(state, [event.user]);
    case 'conversation.truncated':
      return changeConversation(state, event.conversationId, dropMessages);
  }
  // A newer server may tell what this version does not know.
  return state;
}

const dropMessages = (known: ConversationState): ConversationState => ({
  ...known,
  messages: [],
  isStale: true,
});
