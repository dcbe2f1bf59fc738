import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const forever = 'public, max-age=31536000, immutable';

/**
 * The built web client. Files under `assets/` have their content's hash in their name and are kept for good; everything
 * else is asked for again each time. Paths of its router get `index.html`.
 */
export async function webFiles(app: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = existsSync(join(directory, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: directory,
      // The build has put a compressed copy beside each of its files.
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.startsWith(join(directory, 'assets')) ? forever : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isNavigation(request)) return notFound(reply);
    if (isBuilt) return reply.sendFile('index.html');
    return reply
      .code(503)
      .type('text/plain')
      .send('The web client is not built yet. Run `npx pnpm@12 build`.\n');
  });
}

/** Somebody's browser asks for a page. A missing file must not be answered with one, nor a call. */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  const isPage = !/^\/(assets|trpc)(\/|$)/.test(path) && !/\.[^/]+$/.test(path);
  return (method === 'GET' || method === 'HEAD') && isPage && (headers.accept ?? '').includes('text/html');
}

const notFound = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type('text/plain').send('There is nothing here.\n');
