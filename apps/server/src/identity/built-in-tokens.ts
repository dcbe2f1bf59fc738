import type { Clock } from '@vibe/chat';
import { Scope } from '@vibe/contract';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { SecretKeys } from './secret-keys.ts';
import { builtInIssuer } from './token-issuer.ts';
import type { VerifiedToken } from './verified-token.ts';

const Claims = z.object({
  sub: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
  sid: z.uuid(),
  scope: z.string().transform((scope) => scope.split(' ').filter((word) => word !== '')),
  exp: z.number(),
});

/** Checks a token that `tokenIssuer` made. Throws jose's or Zod's error for any other. */
export async function verifyBuiltInToken(
  token: string,
  keys: SecretKeys,
  clock: Clock,
): Promise<VerifiedToken> {
  const { payload } = await jwtVerify(token, keys.accessTokens, {
    algorithms: ['HS256'],
    issuer: builtInIssuer,
    audience: builtInIssuer,
    currentDate: clock.now(),
  });
  const { sub, sid, scope, exp } = Claims.parse(payload);
  const scopes = z.array(Scope).parse(scope);
  return { claims: { userId: sub, sessionId: sid, scopes }, expiresAt: new Date(exp * 1000) };
}
