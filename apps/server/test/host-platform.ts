import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { HostIdentity } from '../src/identity/host-identity.ts';

export interface HostPlatform extends AsyncDisposable {
  identity: HostIdentity;
  /** A token as the platform makes them; the claims given replace the usual ones. */
  token(claims: JWTPayload, lifetimeSeconds?: number): Promise<string>;
  /** The same, with a key that the platform never published. */
  forge(claims: JWTPayload): Promise<string>;
}

/** A product that says who people are: it publishes its keys, and signs its tokens with them. For `await using`. */
export async function startHostPlatform(): Promise<HostPlatform> {
  const [real, forged] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const jwk = { ...(await exportJWK(real.publicKey)), kid: 'k1', alg: 'ES256' };
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  const identity: HostIdentity = {
    jwksUrl: `http://127.0.0.1:${port}/jwks.json`,
    issuer: 'https://fit.example.com',
    audience: 'chat',
    claims: { name: 'display_name', email: 'email', role: 'app_role' },
    roles: ['client', 'trainer'],
  };
  const sign = (key: CryptoKey, claims: JWTPayload, lifetimeSeconds = 600) =>
    new SignJWT({ iss: identity.issuer, aud: identity.audience, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
      .sign(key);
  return {
    identity,
    token: (claims, lifetimeSeconds) => sign(real.privateKey, claims, lifetimeSeconds),
    forge: (claims) => sign(forged.privateKey, claims),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
