import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { appRouter, type RouterInputs } from '@vibe/api';
import { closeCodes, limits } from '@vibe/contract';
import { askToReconnect, fixedWindow, serveRouter } from '@vibe/ws-adapter';
import { type WebSocket, WebSocketServer } from 'ws';
import { reportFailure } from '../http/report-failure.ts';
import type { ServerDeps } from '../server-deps.ts';
import { acceptUpgrades } from './accept-upgrades.ts';
import { closeUnauthenticated, closeUnlessHeard } from './close-for-token.ts';
import { runAfter } from './run-after.ts';
import { socketContext } from './socket-context.ts';
import { socketsBySession } from './sockets-by-session.ts';

/** How long clients may take to say goodbye. */
const goodbyeMs = 1_000;
/** Below the minute after which many proxies close what is silent. A phone that changes its network needs its time to answer. */
const keepAlive = { pingMs: 25_000, missedPings: 3 };
const socketLimits = {
  batchCalls: limits.batchCalls,
  callsUnderWay: limits.socketCalls,
  subscriptions: limits.socketSubscriptions,
  /** A few seconds of a bad mobile network. */
  behindBytes: 256 * 1024,
  /** More than any answer of ours and any burst that a person could read. */
  bufferedBytes: 4 * 1024 * 1024,
};

/** A crowd marks what it reads in one moment; nobody looks at the answer. */
const patientPaths: ReadonlySet<string> = new Set([
  'receipt.markRead',
  'receipt.markDelivered',
] satisfies `receipt.${keyof RouterInputs['receipt']}`[]);

/** Without a window that is kept between messages: it would cost each connection hundreds of kilobytes. */
const compression = { serverNoContextTakeover: true, clientNoContextTakeover: true };

export interface Sockets {
  /** Asks every client to connect again, elsewhere if there is an elsewhere: each at some moment within `spreadMs`. */
  askToLeave(spreadMs: number): void;
  count(): number;
  /** Closes every socket, and waits for them. */
  close(): Promise<void>;
}

/** The procedures and streams, over WebSockets: tRPC's own wire protocol. */
export function serveSockets(
  server: Server,
  deps: ServerDeps,
  { compressAboveBytes, onSlowReader }: { compressAboveBytes: number | undefined; onSlowReader(): void },
): Sockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: compressAboveBytes !== undefined && { ...compression, threshold: compressAboveBytes },
  });
  const sessions = socketsBySession();
  const untilHeard = new WeakMap<WebSocket, () => void>();
  // Before the router is served: it asks for the context of a socket as soon as it opens.
  sockets.on('connection', (socket) => {
    untilHeard.set(socket, closeUnlessHeard(socket));
  });
  const handler = serveRouter({
    server: sockets,
    router: appRouter,
    createContext({ req, res, info }) {
      untilHeard.get(res)?.();
      untilHeard.delete(res);
      return socketContext(deps, sessions, req, res, info.connectionParams);
    },
    keepAlive,
    limits: socketLimits,
    closeCodes: { ...closeCodes, contextFailed: closeCodes.internal },
    mayWait: (path) => patientPaths.has(path),
    // Counted whatever is in it: a frame that reaches no procedure is counted nowhere else.
    frameRate: () => fixedWindow(deps.rates.callsPerAddress),
    onError: ({ error, path }) => reportFailure(deps.log, { error, path }),
    onSlowReader(_socket, bufferedBytes) {
      deps.log.warn({ bufferedBytes }, 'cut a socket that reads too slowly');
      onSlowReader();
    },
  });
  const stopListening = deps.live.onSessionsRevoked((sessionIds) => {
    for (const socket of sessionIds.flatMap((id) => [...sessions.of(id)])) {
      closeUnauthenticated(socket, 'The session has ended.');
    }
  });
  acceptUpgrades(server, sockets, deps);

  return {
    askToLeave(spreadMs) {
      if (spreadMs === 0) handler.askAllToReconnect();
      else for (const socket of sockets.clients) askWithin(socket, spreadMs);
    },
    count: () => sockets.clients.size,
    async close() {
      stopListening();
      handler.stop();
      await closeAll(sockets);
    },
  };
}

function askWithin(socket: WebSocket, spreadMs: number): void {
  const cancel = runAfter(Math.random() * spreadMs, () => askToReconnect(socket));
  socket.once('close', cancel);
}

async function closeAll(server: WebSocketServer): Promise<void> {
  const closed = [...server.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of server.clients)
    socket.close(closeCodes.goingAway, 'The server is stopping. Connect again.');
  await Promise.race([Promise.all(closed), sleep(goodbyeMs)]);
  for (const socket of server.clients) socket.terminate();
  await Promise.all(closed);
}
