import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Person } from './people.ts';

/** Who the tokens are for: the chat accepts no others. */
export const audience = 'vibe-chat';
const lifetime = '10 minutes';

/** The platform's side of the agreement: it signs who somebody is, and publishes the key to check it with. */
export interface TokenIssuer {
  jwks: { keys: JWK[] };
  sign(person: Person, issuer: string): Promise<string>;
}

/** With a key made now: tokens of an earlier start are worth nothing. */
export async function createTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const kid = crypto.randomUUID();
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] },
    sign: ({ sub, name, email, role }, issuer) =>
      new SignJWT({ name, email, role })
        .setProtectedHeader({ alg: 'ES256', kid })
        .setSubject(sub)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey),
  };
}
