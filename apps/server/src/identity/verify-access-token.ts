import { ChatError, type Clock } from '@vibe/chat';
import { decodeJwt, errors } from 'jose';
import { ZodError } from 'zod';
import { verifyBuiltInToken } from './built-in-tokens.ts';
import type { SecretKeys } from './secret-keys.ts';
import { builtInIssuer } from './token-issuer.ts';
import type { VerifiedToken } from './verified-token.ts';

/** Null for a token that is not good, whatever the reason. @throws BUSY when it cannot be checked now. */
export type VerifyAccessToken = (token: string) => Promise<VerifiedToken | null>;

/**
 * Knows the built-in tokens, which services have everywhere, and the host's where there is one. The issuer only chooses who
 * checks: each checks signature, algorithm, issuer, audience and expiry for itself.
 */
export function verifyAccessToken(
  keys: SecretKeys,
  clock: Clock,
  verifyHostToken: ((token: string) => Promise<VerifiedToken | null>) | null,
): VerifyAccessToken {
  return async (token) => {
    try {
      const isBuiltIn = !verifyHostToken || decodeJwt(token).iss === builtInIssuer;
      return isBuiltIn ? await verifyBuiltInToken(token, keys, clock) : await verifyHostToken(token);
    } catch (error) {
      if (isOfToken(error)) return null;
      if (error instanceof ChatError) throw error;
      throw unavailable(error);
    }
  };
}

function unavailable(cause: unknown): ChatError {
  const message = 'Access tokens cannot be checked right now. Try again in a moment.';
  return Object.assign(new ChatError('BUSY', message), { cause });
}

/** jose speaks of the token in all its errors but those about fetching keys. */
function isOfToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  if (error instanceof ZodError) return true;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}
