import type { Caller, ChatDeps } from '../chat-deps.ts';
import type { TokenClaims } from '../ports/identity.ts';

/**
 * Whom a token with a good signature speaks for: null when its session has ended, is another person's, or the person was
 * deactivated. Rights come from the rows as they are now; a token's scopes only if its session still has them.
 */
export async function authenticate(deps: ChatDeps, claims: TokenClaims): Promise<Caller | null> {
  const session = await deps.sessions.byId(claims.sessionId);
  if (!session || session.userId !== claims.userId || session.user.isDeactivated) return null;
  if (session.revokedAt || session.expiresAt <= deps.clock.now()) return null;
  const scopes = claims.scopes.filter((scope) => session.scopes.includes(scope));
  return { userId: session.userId, role: session.user.role, scopes, sessionId: session.id };
}
