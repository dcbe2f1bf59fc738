import { runAt } from '../reads/run-at.ts';
import { type ChatState, changeConversation } from './chat-state.ts';

/** How many messages a conversation keeps that is not on the screen: enough to show it at once when it is opened again. */
export const keptMessages = 200;

/** The conversation with no more than the last messages of its end. What lies before them is loaded when it is wanted. */
export const trimMessages = (state: ChatState, conversationId: number): ChatState =>
  changeConversation(state, conversationId, (known) => {
    const messages = runAt(known, 'end').messages.slice(-keptMessages);
    return messages.length === known.messages.length ? known : { ...known, messages };
  });
