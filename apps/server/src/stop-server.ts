import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { CallsUnderWay } from './limits/calls-under-way.ts';
import type { Sockets } from './web-socket/serve-sockets.ts';

/** How long calls may take to finish. A call that was cut off is safe to repeat. */
const patienceMs = 5_000;

/**
 * Takes no new connection, lets what is under way finish, and says goodbye to every socket. The HTTP server has closed only
 * when its last connection has, and sockets are among them: so both at once.
 */
export async function stopServer({
  http,
  sockets,
  calls,
}: {
  http: FastifyInstance;
  sockets: Sockets;
  calls: CallsUnderWay;
}): Promise<void> {
  const closed = http.close();
  sockets.askToLeave();
  await Promise.race([calls.settled(), sleep(patienceMs, undefined, { ref: false })]);
  // A call has ended a few steps before its answer is on its way.
  await turn();
  await sockets.close();
  // Whose last answer was leaving just when it began to close.
  http.server.closeIdleConnections();
  await closed;
}
