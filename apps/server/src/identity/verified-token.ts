import type { TokenClaims } from '@vibe/chat';

/** What a token with a good signature says. Its session may have ended all the same. */
export interface VerifiedToken {
  claims: TokenClaims;
  expiresAt: Date;
}
