import type { IncomingMessage } from 'node:http';
import type { AnyTRPCRouter } from '@trpc/server';
import type { WebSocket } from 'ws';
import { Connection } from './connection.ts';
import { Corks } from './corks.ts';
import { Heartbeat } from './heartbeat.ts';
import type { ServeOptions } from './options.ts';
import { PreparedFrames } from './prepared-frames.ts';

export interface ServedRouter {
  /**
   * Asks that client to connect again: tRPC's opens a second socket, for which it evaluates its connection parameters anew, moves
   * over what it has open, and leaves the first.
   */
  askToReconnect(socket: WebSocket): void;
  askAllToReconnect(): void;
  /** Takes no new socket, and pings none any more. Closing those that are open stays with whoever owns the server. */
  stop(): void;
}

const reconnect = JSON.stringify({ id: null, method: 'reconnect' });

/** Serves a tRPC router over the sockets of a `WebSocketServer`: the wire protocol of tRPC's own adapter, to the letter. */
export function serveRouter<Router extends AnyTRPCRouter>(options: ServeOptions<Router>): ServedRouter {
  const { server } = options;
  const adapter = { options, frames: new PreparedFrames(options.router), corks: new Corks() };
  const heartbeat = new Heartbeat(server, options.keepAlive);
  const open = (socket: WebSocket, request: IncomingMessage) => {
    heartbeat.watch(socket);
    new Connection(adapter, socket, request);
  };
  server.on('connection', open);
  const askToReconnect = (socket: WebSocket) => {
    if (socket.readyState === socket.OPEN) socket.send(reconnect);
  };
  return {
    askToReconnect,
    askAllToReconnect() {
      for (const socket of server.clients) askToReconnect(socket);
    },
    stop() {
      server.off('connection', open);
      heartbeat.stop();
    },
  };
}
