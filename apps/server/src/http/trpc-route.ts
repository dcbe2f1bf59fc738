import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import { appRouter } from '@vibe/api';
import { limits } from '@vibe/contract';
import type { FastifyInstance } from 'fastify';
import type { ServerDeps } from '../server-deps.ts';
import { httpContext } from './http-context.ts';
import { reportFailure } from './report-failure.ts';

/** The procedures, over HTTP: single calls and batches. */
export async function trpcRoute(app: FastifyInstance, deps: ServerDeps): Promise<void> {
  await app.register(fastifyTRPCPlugin<typeof appRouter>, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }) => httpContext(deps, req, res),
      maxBatchSize: limits.batchCalls,
      // A query with a long input may come as POST.
      allowMethodOverride: true,
      onError: ({ error, path, req }) => reportFailure(req.log, { error, path }),
    },
  });
}
