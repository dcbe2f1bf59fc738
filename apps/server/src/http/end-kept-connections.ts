import type { FastifyInstance } from 'fastify';

/**
 * An answer that leaves while the server stops is the last one of its connection. A client would keep that open for
 * another 72 s otherwise, and the server waits for its last connection.
 */
export function endKeptConnections(app: FastifyInstance, isStopping: () => boolean): void {
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping()) reply.header('connection', 'close');
  });
}
