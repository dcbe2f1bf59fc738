import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pageFile } from './page-files.ts';
import { people } from './people.ts';
import { createTokenIssuer } from './token-issuer.ts';

export interface Platform extends AsyncDisposable {
  origin: string;
  /** To be told once the chat's address is known: the page asks for it. */
  setChatUrl(url: string): void;
  /** A token for each of its people. */
  tokens(): Promise<string[]>;
}

const built = join(import.meta.dirname, '../../dist');

/**
 * The fitness platform: its page, and who its people are. A real one would look at its own session to know who asks for a
 * token; here one says it oneself, with `?as=`.
 */
export async function startPlatform(port: number): Promise<Platform> {
  const issuer = await createTokenIssuer();
  let chatUrl: string | null = null;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const json = (value: unknown, status = 200) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(value));

    if (pathname === '/jwks.json') return void json(issuer.jwks);
    if (pathname === '/platform.json') return void json({ chatUrl, people });
    if (pathname === '/token') {
      const person = people.find(({ sub }) => sub === searchParams.get('as'));
      if (!person) return void json({ error: 'Nobody is called so here.' }, 404);
      return void json({ token: await issuer.sign(person, origin) });
    }
    const file = await pageFile(built, pathname);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type }).end(file.content);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await once(server.listen(port, 'localhost'), 'listening');
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;

  return {
    origin,
    setChatUrl(url) {
      chatUrl = url;
    },
    tokens: () => Promise.all(people.map((person) => issuer.sign(person, origin))),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
