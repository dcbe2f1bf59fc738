import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Clock, TokenIssuer } from '@vibe/chat';
import { SignJWT } from 'jose';
import type { SecretKeys } from './secret-keys.ts';

/** Who makes the built-in tokens, and for whom. */
export const builtInIssuer = 'vibe-chat';

/** `${sessionId}.${secret}`: the session is found by its id, and the secret proves it. */
const refreshTokenPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/;

/** The tokens of the built-in identity. */
export function tokenIssuer(keys: SecretKeys, clock: Clock): TokenIssuer {
  return {
    accessToken: ({ userId, sessionId, scopes }, expiresAt) =>
      new SignJWT({ sid: sessionId, scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'HS256', kid: keys.keyId, typ: 'JWT' })
        .setSubject(String(userId))
        .setIssuer(builtInIssuer)
        .setAudience(builtInIssuer)
        .setIssuedAt(clock.now())
        .setExpirationTime(expiresAt)
        .sign(keys.accessTokens),
    firstRefreshToken: (sessionId) => `${sessionId}.${randomBytes(32).toString('base64url')}`,
    // From the token itself and the secret: two tabs that refresh at once must be given the same successor.
    nextRefreshToken(refreshToken) {
      const next = createHmac('sha256', keys.refreshTokens).update(refreshToken).digest('base64url');
      return `${refreshToken.slice(0, refreshToken.indexOf('.'))}.${next}`;
    },
    sessionOf: (refreshToken) => refreshTokenPattern.exec(refreshToken)?.[1] ?? null,
    hash: (refreshToken) => createHash('sha256').update(refreshToken).digest('base64url'),
  };
}
