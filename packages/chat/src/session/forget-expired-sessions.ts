import type { ChatDeps } from '../chat-deps.ts';
import { FORGET_SESSION_AFTER_MS } from './session-times.ts';

/** One statement's rows: it holds their locks for a few milliseconds. */
const batchRows = 500;

/**
 * Deletes sessions that expired long ago. Their tokens are answered as before: a session that is not there has ended.
 *
 * A revoked one stays until it would have expired. The id of a host platform's session comes from the host's token: were
 * the row gone, the next such token would make it anew, and undo the signing out. Returns how many went.
 */
export async function forgetExpiredSessions(deps: ChatDeps, signal: AbortSignal): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - FORGET_SESSION_AFTER_MS);
  let total = 0;
  while (!signal.aborted) {
    const count = await deps.sessions.deleteExpired(before, batchRows);
    total += count;
    if (count < batchRows) break;
  }
  return total;
}
