import type { Scope } from '@vibe/contract';

/** Hashes passwords slowly, with a salt. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long for a hash of null (nobody) as for a real one: time must not tell who has an account. */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
}

/** What an access token says. */
export interface TokenClaims {
  userId: number;
  sessionId: string;
  scopes: Scope[];
}

/** Makes the tokens of the built-in identity. */
export interface TokenIssuer {
  accessToken(claims: TokenClaims, expiresAt: Date): Promise<string>;
  /** A session's first refresh token: secret, and unlike any other. */
  firstRefreshToken(sessionId: string): string;
  /** The one and only successor: the same each time it is asked for. */
  nextRefreshToken(refreshToken: string): string;
  /** The session that it names; null when it is not a refresh token. It proves nothing. */
  sessionOf(refreshToken: string): string | null;
  hash(refreshToken: string): string;
}
