import type { Caller, ChatDeps } from '../chat-deps.ts';

/** Ends the caller's session: its tokens, and its streams, at once. */
export async function signOut(deps: ChatDeps, caller: Caller): Promise<void> {
  await deps.sessions.revoke(caller.sessionId);
  deps.bus.publish({ topic: 'sessionsRevoked', sessionIds: [caller.sessionId] });
}
