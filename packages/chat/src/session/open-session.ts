import { randomUUID } from 'node:crypto';
import type { SignedIn } from '@vibe/contract';
import type { ChatDeps } from '../chat-deps.ts';
import type { StoredUser } from '../ports/user-store.ts';
import { ACCESS_TOKEN_MS, SESSION_MS } from './session-times.ts';

/** The answer to signing in, and the refresh token that goes into the cookie. */
export interface OpenedSession {
  signedIn: SignedIn;
  refreshToken: string;
  /** When the refresh token ends. */
  refreshExpiresAt: Date;
}

/** A new session of a person whose identity was just proved. `label` is the browser's name for itself. */
export async function openSession(deps: ChatDeps, user: StoredUser, label: string): Promise<OpenedSession> {
  const id = randomUUID();
  const refreshToken = deps.tokens.firstRefreshToken(id);
  const expiresAt = sessionEnd(deps);
  const refreshHash = deps.tokens.hash(refreshToken);
  await deps.sessions.create({ id, userId: user.id, scopes: [], refreshHash, label, expiresAt });
  return grant(deps, user, id, refreshToken);
}

export const sessionEnd = (deps: ChatDeps): Date => new Date(deps.clock.now().getTime() + SESSION_MS);

/** An access token for the session, beside the refresh token that is current now. */
export async function grant(
  deps: ChatDeps,
  user: StoredUser,
  sessionId: string,
  refreshToken: string,
): Promise<OpenedSession> {
  const expiresAt = new Date(deps.clock.now().getTime() + ACCESS_TOKEN_MS);
  const accessToken = await deps.tokens.accessToken({ userId: user.id, sessionId, scopes: [] }, expiresAt);
  return {
    signedIn: { user, accessToken, expiresAt: expiresAt.toISOString() },
    refreshToken,
    refreshExpiresAt: sessionEnd(deps),
  };
}
