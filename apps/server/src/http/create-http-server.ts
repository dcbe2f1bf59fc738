import cookie from '@fastify/cookie';
import { TRPCError } from '@trpc/server';
import { limits } from '@vibe/contract';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { ServerDeps } from '../server-deps.ts';
import { endKeptConnections } from './end-kept-connections.ts';
import { errorAnswer } from './error-answer.ts';
import { health } from './health.ts';
import { refuseForeignPages } from './refuse-foreign-pages.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { trpcRoute } from './trpc-route.ts';
import { webFiles } from './web-files.ts';

export interface HttpOptions {
  allowedOrigins: readonly string[];
  webDirectory: string;
  ping(): Promise<unknown>;
}

/** Everything but the socket. It does not listen yet. */
export async function createHttpServer(deps: ServerDeps, options: HttpOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = deps.log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.trustProxy,
    bodyLimit: limits.frameBytes,
    // A batch names all its procedures in the path.
    routerOptions: { maxParamLength: 5_000 },
    frameworkErrors: answerFailure,
  });
  app.setErrorHandler(answerFailure);
  requestLog(app);
  endKeptConnections(app, deps.isStopping);
  await securityHeaders(app);
  await refuseForeignPages(app, deps, options.allowedOrigins);
  await app.register(cookie);
  health(app, { isStopping: deps.isStopping, ping: options.ping });
  await trpcRoute(app, deps);
  await webFiles(app, options.webDirectory);
  return app;
}

function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = errorAnswer(refusalOf(error));
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  void reply.code(status).send(body);
}

function refusalOf(error: FastifyError): TRPCError {
  const { statusCode = 500, message } = error;
  if (statusCode >= 500) return new TRPCError({ code: 'INTERNAL_SERVER_ERROR' });
  if (statusCode !== 413) return new TRPCError({ code: 'BAD_REQUEST', message });
  const atMost = `A request has at most ${limits.frameBytes.toLocaleString('en')} bytes.`;
  return new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: atMost });
}
