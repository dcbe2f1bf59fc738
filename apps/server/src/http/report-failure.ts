import type { TRPCError } from '@trpc/server';
import type { FastifyBaseLogger } from 'fastify';

type Failure = { error: TRPCError; path: string | undefined };

/** Logs what is our own fault. What a client did wrong, it is told itself; inputs are never logged. */
export function reportFailure(log: Pick<FastifyBaseLogger, 'error'>, { error, path }: Failure): void {
  if (error.code !== 'INTERNAL_SERVER_ERROR' || isOfClient(error.cause)) return;
  log.error({ err: error.cause ?? error, procedure: path }, 'call failed');
}

/** A frame that is too large, or no frame: `ws` has closed that socket with the code for it. */
const isOfClient = (cause: Error | undefined): boolean =>
  cause !== undefined && 'code' in cause && String(cause.code).startsWith('WS_ERR_');
