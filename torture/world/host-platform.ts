import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The product that says who people are: it publishes its keys, and gives tokens to whoever asks. For `await using`. */
export interface HostPlatform extends AsyncDisposable {
  /** Under `/token/<person>`: a token of that person. */
  url: string;
  /** What makes a server believe it. */
  env: { JWKS_URL: string; JWT_ISSUER: string; JWT_AUDIENCE: string };
}

/** Short, so that sockets outlive their tokens; the server asks them to reconnect before. */
const lifetimeSeconds = 150;
/** For how long a host keeps one: as it should, less than its lifetime. */
export const tokenKeptMs = 100_000;

const issuer = 'https://host.example';
const audience = 'chat';

export async function startHostPlatform(): Promise<HostPlatform> {
  const keys = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'host', alg: 'ES256' };
  const token = (person: string) =>
    new SignJWT({ sub: person, name: person, role: 'client', sid: `session of ${person}` })
      .setProtectedHeader({ alg: 'ES256', kid: 'host' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(keys.privateKey);

  const server = createServer(async ({ url = '' }, response) => {
    const person = /^\/token\/(.+)$/.exec(url)?.[1];
    response.end(person ? await token(person) : JSON.stringify({ keys: [jwk] }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return {
    url,
    env: { JWKS_URL: `${url}/jwks.json`, JWT_ISSUER: issuer, JWT_AUDIENCE: audience },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
