import type { IncomingMessage } from 'node:http';
import type { AnyTRPCRouter, inferRouterContext, TRPCError, TRPCProcedureType } from '@trpc/server';
import type { CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';
import type { WebSocket, WebSocketServer } from 'ws';

/** What one socket may do. The size of a frame is the `WebSocketServer`'s `maxPayload`. */
export interface SocketLimits {
  /** Calls in one frame. */
  batchCalls: number;
  /** Queries and mutations that are being answered. */
  callsUnderWay: number;
  /** Open subscriptions. */
  subscriptions: number;
  /** Beyond so many bytes that wait for its reader, it is behind: sources that can wait do, ephemeral events are dropped. */
  behindBytes: number;
  /** Beyond so many, it is cut. What waits stays below this and one more frame. */
  bufferedBytes: number;
}

export interface CloseCodes {
  /** The reader did not keep up: it may connect again at once, and resume. */
  slowReader: number;
  /** It sent more than `frameRate` allows. */
  rateLimited: number;
  /** `createContext` threw. */
  contextFailed: number;
}

export interface KeepAlive {
  /** How often each socket is pinged. */
  pingMs: number;
  /** After so many pings in a row with nothing heard, a socket is ended. */
  missedPings: number;
}

export interface ServeOptions<Router extends AnyTRPCRouter> {
  server: WebSocketServer;
  router: Router;
  /** Called once for each socket, when its connection parameters are there. */
  createContext(
    options: CreateWSSContextFnOptions,
  ): inferRouterContext<Router> | Promise<inferRouterContext<Router>>;
  /** Every error that a client is told, and those that there is nobody to tell. It must not throw. */
  onError(failure: {
    error: TRPCError;
    type: TRPCProcedureType | 'unknown';
    path: string | undefined;
    input: unknown;
    ctx: inferRouterContext<Router> | undefined;
  }): void;
  /** A socket is being cut because its reader does not keep up. */
  onSlowReader(socket: WebSocket, bufferedBytes: number): void;
  /** Made for each socket, called for each frame before anything in it is read: false closes the socket. */
  frameRate(request: IncomingMessage): () => boolean;
  /** Whether others may overtake calls of that procedure: those that many make at once, and nobody waits for. */
  mayWait(path: string): boolean;
  keepAlive: KeepAlive;
  limits: SocketLimits;
  closeCodes: CloseCodes;
}
