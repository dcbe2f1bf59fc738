import type { ChatDeps } from '../chat-deps.ts';
import { ChatError } from '../chat-error.ts';
import { grant, type OpenedSession, sessionEnd } from './open-session.ts';
import { REFRESH_GRACE_MS } from './session-times.ts';

/**
 * A new access token, and the refresh token's successor. The token before the current one gets that same successor for
 * `REFRESH_GRACE_MS`; any older one was stolen or replayed, and ends the session. @throws `UNAUTHENTICATED`
 */
export async function refresh(deps: ChatDeps, refreshToken: string | null): Promise<OpenedSession> {
  const sessionId = refreshToken && deps.tokens.sessionOf(refreshToken);
  if (!refreshToken || !sessionId) throw new ChatError('UNAUTHENTICATED', 'Nobody is signed in here.');
  const successor = deps.tokens.nextRefreshToken(refreshToken);
  const rotation = await deps.sessions.rotate({
    sessionId,
    refreshHash: deps.tokens.hash(refreshToken),
    nextRefreshHash: deps.tokens.hash(successor),
    now: deps.clock.now(),
    graceMs: REFRESH_GRACE_MS,
    expiresAt: sessionEnd(deps),
  });
  if (rotation.outcome === 'reused') deps.bus.publish({ topic: 'sessionsRevoked', sessionIds: [sessionId] });
  const isLive = rotation.outcome === 'rotated' || rotation.outcome === 'repeated';
  const user = isLive ? await deps.users.byId(rotation.session.userId) : null;
  if (!user || user.isDeactivated)
    throw new ChatError('UNAUTHENTICATED', 'This session has ended. Sign in again.');
  return grant(deps, user, sessionId, successor);
}
