import type { Message } from '@vibe/contract';
import type { ChatState } from './chat-state.ts';

/** It is not on its way any more. */
function dropPending(state: ChatState, conversationId: number, clientId: string): ChatState {
  const known = state.pending.get(conversationId) ?? [];
  const others = known.filter((each) => each.clientId !== clientId);
  if (others.length === known.length) return state;
  return { ...state, pending: new Map(state.pending).set(conversationId, others) };
}

/** Own messages that are stored are no longer on their way. */
export function settlePending(state: ChatState, stored: readonly Message[]): ChatState {
  if (state.pending.size === 0) return state;
  const own = stored.filter(({ senderId }) => senderId === state.userId);
  return own.reduce(
    (next, { conversationId, clientId }) => dropPending(next, conversationId, clientId),
    state,
  );
}
