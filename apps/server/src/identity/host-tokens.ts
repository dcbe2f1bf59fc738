import type { Clock } from '@vibe/chat';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { HostIdentity } from './host-identity.ts';

/** Asymmetric ones only: a public key must never do as a shared secret. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

export type HostPayload = JWTPayload & { sub: string; exp: number; iat: number };

/** Checks the host platform's tokens against its published keys, which are fetched when needed and kept. */
export function hostTokens(host: HostIdentity, clock: Clock): (token: string) => Promise<HostPayload> {
  const keys = createRemoteJWKSet(new URL(host.jwksUrl));
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      issuer: host.issuer,
      audience: host.audience,
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: 5,
      currentDate: clock.now(),
    });
    const { sub = '', exp = 0, iat = 0 } = payload;
    return { ...payload, sub, exp, iat };
  };
}
