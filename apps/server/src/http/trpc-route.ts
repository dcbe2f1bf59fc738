import { isUtf8 } from 'node:buffer';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import { appRouter } from '@vibe/api';
import { limits } from '@vibe/contract';
import type { FastifyInstance } from 'fastify';
import type { ServerDeps } from '../server-deps.ts';
import { httpContext } from './http-context.ts';
import { reportFailure } from './report-failure.ts';

/** The procedures, over HTTP: single calls and batches. tRPC reads the bodies itself, so they stay text. */
export async function trpcRoute(app: FastifyInstance, deps: ServerDeps): Promise<void> {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => textOf(body),
  );
  app.all<{ Params: { path: string } }>('/trpc/:path', (req, res) =>
    fastifyRequestHandler({
      req,
      res,
      path: req.params.path,
      router: appRouter,
      createContext: () => httpContext(deps, req, res),
      maxBatchSize: limits.batchCalls,
      // A query with a long input may come as POST.
      allowMethodOverride: true,
      onError: ({ error, path }) => reportFailure(req.log, { error, path }),
    }),
  );
}

/** Node's own reading would put U+FFFD in the place of what is no UTF-8, and that would be stored. */
function textOf(body: Buffer): string {
  if (isUtf8(body)) return body.toString();
  throw Object.assign(new Error('The body is not well-formed UTF-8.'), { statusCode: 400 });
}
