import type { IncomingMessage } from 'node:http';
import type { AnyTRPCRouter } from '@trpc/server';
import type { WebSocket } from 'ws';
import { askToReconnect } from './ask-to-reconnect.ts';
import { Connection } from './connection.ts';
import { Corks } from './corks.ts';
import { Heartbeat } from './heartbeat.ts';
import type { ServeOptions } from './options.ts';
import { PatientCalls } from './patient-calls.ts';
import { PreparedFrames } from './prepared-frames.ts';

export interface ServedRouter {
  askAllToReconnect(): void;
  /** Takes no new socket, and pings none any more. Closing those that are open stays with whoever owns the server. */
  stop(): void;
}

/** Serves a tRPC router over the sockets of a `WebSocketServer`: the wire protocol of tRPC's own adapter, to the letter. */
export function serveRouter<Router extends AnyTRPCRouter>(options: ServeOptions<Router>): ServedRouter {
  const { server } = options;
  const frames = new PreparedFrames(options.router);
  const adapter = { options, frames, corks: new Corks(), patientCalls: new PatientCalls() };
  const heartbeat = new Heartbeat(server, options.keepAlive);
  const open = (socket: WebSocket, request: IncomingMessage) => {
    heartbeat.watch(socket);
    new Connection(adapter, socket, request);
  };
  server.on('connection', open);
  return {
    askAllToReconnect() {
      for (const socket of server.clients) askToReconnect(socket);
    },
    stop() {
      server.off('connection', open);
      heartbeat.stop();
    },
  };
}
