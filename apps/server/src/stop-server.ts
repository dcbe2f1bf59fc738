import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { CallsUnderWay } from './limits/calls-under-way.ts';
import type { Sockets } from './web-socket/serve-sockets.ts';

/** How long calls may take to finish. A call that was cut off is safe to repeat. */
const patienceMs = 5_000;

/** How often it is looked whether everybody has left. */
const lookMs = 50;

/**
 * While it drains it is not ready and refuses sockets, but serves whom it has: first until the balancer has noticed, then
 * until its clients, asked one by one, have connected elsewhere. All at once they would be a storm there.
 *
 * Then it takes no new connection, lets what is under way finish, and says goodbye to every socket. The HTTP server has closed only
 * when its last connection has, and sockets are among them: so both at once.
 */
export async function stopServer({
  http,
  sockets,
  calls,
  drainMs,
}: {
  http: FastifyInstance;
  sockets: Sockets;
  calls: CallsUnderWay;
  /** How long each of the two may take. */
  drainMs: number;
}): Promise<void> {
  if (drainMs > 0) await sleep(drainMs);
  sockets.askToLeave(drainMs);
  await untilLeft(sockets, drainMs);
  const closed = http.close();
  await Promise.race([calls.settled(), sleep(patienceMs, undefined, { ref: false })]);
  // A call has ended a few steps before its answer is on its way.
  await turn();
  await sockets.close();
  // Whose last answer was leaving just when it began to close.
  http.server.closeIdleConnections();
  const cutOff = setTimeout(() => http.server.closeAllConnections(), patienceMs).unref();
  await closed;
  clearTimeout(cutOff);
}

async function untilLeft(sockets: Sockets, atMostMs: number): Promise<void> {
  const endsAt = performance.now() + atMostMs;
  while (sockets.count() > 0 && performance.now() < endsAt) await sleep(lookMs);
}
