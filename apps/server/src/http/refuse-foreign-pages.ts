import cors from '@fastify/cors';
import { ChatError } from '@vibe/chat';
import type { FastifyInstance } from 'fastify';
import type { ServerDeps } from '../server-deps.ts';
import { errorAnswer } from './error-answer.ts';

/** Pages of other origins are refused, with a line in the log for whoever forgot `ALLOWED_ORIGINS`. */
export async function refuseForeignPages(
  app: FastifyInstance,
  deps: ServerDeps,
  allowedOrigins: readonly string[],
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/trpc')) return;
    if (deps.isAllowedOrigin(request.raw)) return;
    request.log.warn(
      { origin: request.headers.origin },
      'refused a page of an origin not in ALLOWED_ORIGINS',
    );
    const { status, body } = errorAnswer(new ChatError('FORBIDDEN', 'This origin is not allowed here.'));
    return reply.code(status).send(body);
  });
  // No `credentials`: an embedded chat on another site brings the host platform's token, and no cookie.
  await app.register(cors, {
    origin: [...allowedOrigins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'trpc-accept'],
    maxAge: 600,
  });
}
