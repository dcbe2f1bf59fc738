import type { Message } from '@vibe/contract';
import type { ChatState, PendingMessage } from './chat-state.ts';

const change = (state: ChatState, conversationId: number, pending: readonly PendingMessage[]): ChatState => ({
  ...state,
  pending: new Map(state.pending).set(conversationId, pending),
});

/** An own message set out, or was refused: it stands after everything that is stored. */
export function foldPending(state: ChatState, conversationId: number, pending: PendingMessage): ChatState {
  const known = state.pending.get(conversationId) ?? [];
  const isNew = known.every(({ clientId }) => clientId !== pending.clientId);
  if (isNew) return change(state, conversationId, [...known, pending]);
  const replaced = known.map((each) => (each.clientId === pending.clientId ? pending : each));
  return change(state, conversationId, replaced);
}

/** It is not wanted any more. */
export function dropPending(state: ChatState, conversationId: number, clientId: string): ChatState {
  const known = state.pending.get(conversationId) ?? [];
  const others = known.filter((each) => each.clientId !== clientId);
  return others.length === known.length ? state : change(state, conversationId, others);
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
