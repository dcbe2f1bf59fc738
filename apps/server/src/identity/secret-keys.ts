import { createHash, hkdfSync } from 'node:crypto';

/** What is derived from the one secret, so that no key serves two purposes. */
export interface SecretKeys {
  /** Names the secret in a token's header, without telling it. */
  keyId: string;
  accessTokens: Uint8Array;
  refreshTokens: Uint8Array;
}

export function deriveKeys(secret: string): SecretKeys {
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, '', `vibe-chat ${purpose}`, 32));
  const accessTokens = derive('access token');
  return {
    keyId: createHash('sha256').update(accessTokens).digest('base64url').slice(0, 8),
    accessTokens,
    refreshTokens: derive('refresh token'),
  };
}
