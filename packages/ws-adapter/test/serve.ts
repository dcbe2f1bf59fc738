import { once } from 'node:events';
import type { AnyTRPCRouter, TRPCError } from '@trpc/server';
import { applyWSSHandler, type CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { type ServeOptions, serveRouter } from '../src/index.ts';

export const closeCodes = { slowReader: 4508, rateLimited: 4429, contextFailed: 1011 };

export const limits = {
  batchCalls: 5,
  callsUnderWay: 10,
  subscriptions: 10,
  behindBytes: 64 * 1024,
  bufferedBytes: 1024 * 1024,
};

export interface Served extends AsyncDisposable {
  url: string;
  sockets: Set<WebSocket>;
  errors: TRPCError[];
  /** Bytes that waited for the readers that were cut. */
  cuts: number[];
  askToReconnect(): void;
}

type Options = Partial<
  Pick<ServeOptions<AnyTRPCRouter>, 'limits' | 'keepAlive' | 'frameRate' | 'createContext' | 'mayWait'>
>;
export type Serve = (router: AnyTRPCRouter, options?: Options, server?: ServerOptions) => Promise<Served>;

/** What the procedures of the tests are given. A parameter `refuse` is refused. */
function createContext({ info }: CreateWSSContextFnOptions) {
  if (info.connectionParams?.refuse) throw new Error('no such person');
  return { params: info.connectionParams };
}

async function serve(
  apply: (server: WebSocketServer, served: Served) => () => void,
  options: ServerOptions = {},
): Promise<Served> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 64 * 1024, ...options });
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('it listens on a port');
  let stop = () => {};
  const served: Served = {
    url: `ws://127.0.0.1:${address.port}`,
    sockets: server.clients,
    errors: [],
    cuts: [],
    askToReconnect: () => {},
    async [Symbol.asyncDispose]() {
      stop();
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
  stop = apply(server, served);
  return served;
}

/** tRPC's own adapter. */
export const serveStock: Serve = (router) =>
  serve((wss, served) => {
    const handler = applyWSSHandler({
      wss,
      router,
      createContext,
      maxBatchSize: limits.batchCalls,
      onError: ({ error }) => served.errors.push(error),
    });
    served.askToReconnect = handler.broadcastReconnectNotification;
    return () => {};
  });

export const serveOurs: Serve = (router, options = {}, serverOptions = {}) =>
  serve((server, served) => {
    const handler = serveRouter({
      server,
      router,
      createContext,
      onError: ({ error }) => served.errors.push(error),
      onSlowReader: (_socket, bufferedBytes) => served.cuts.push(bufferedBytes),
      frameRate: () => () => true,
      mayWait: () => false,
      keepAlive: { pingMs: 60_000, missedPings: 1 },
      limits,
      closeCodes,
      ...options,
    });
    served.askToReconnect = handler.askAllToReconnect;
    return handler.stop;
  }, serverOptions);

export const adapters: [name: string, serve: Serve][] = [
  ["tRPC's adapter", serveStock],
  ['ours', serveOurs],
];
