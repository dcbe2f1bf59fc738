import type { Caller, ChatDeps } from '../chat-deps.ts';

/** Ends every session of the caller, this one too. */
export async function signOutEverywhere(deps: ChatDeps, caller: Caller): Promise<void> {
  const sessionIds = await deps.sessions.revokeAll(caller.userId);
  deps.bus.publish({ topic: 'sessionsRevoked', sessionIds });
}
