import type { FastifyInstance } from 'fastify';

const patienceMs = 2_000;

/** `/health`: the process runs. `/ready`: it should be sent requests. */
export function health(
  app: FastifyInstance,
  state: { isStopping(): boolean; ping(): Promise<unknown> },
): void {
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const isReady = !state.isStopping() && (await answers(state.ping()));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
}

/** Whether the database says anything, and soon. */
function answers(ping: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, patienceMs, false);
  ping.then(
    () => resolve(true),
    () => resolve(false),
  );
  return promise.finally(() => clearTimeout(timer));
}
