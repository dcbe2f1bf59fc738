import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import type { TestRouter } from './router.ts';
import type { Served } from './serve.ts';

/** What a subscriber of tRPC's client has been told, in order. */
export class Log {
  readonly lines: unknown[] = [];
  readonly handlers = {
    onStarted: () => void this.lines.push('started'),
    onData: (data: unknown) => void this.lines.push(data),
    onError: (error: Error) => void this.lines.push(`error: ${error.message}`),
    onStopped: () => void this.lines.push('stopped'),
    onComplete: () => void this.lines.push('complete'),
  };
}

export interface TestClient extends AsyncDisposable {
  trpc: ReturnType<typeof createTRPCClient<TestRouter>>;
  opened: number;
  closeCodes: (number | undefined)[];
  sockets: WebSocket[];
}

/** tRPC's client as it comes. `params` are asked for at every connect. For `await using`. */
export function openClient({ url }: Pick<Served, 'url'>, params?: () => Record<string, string>): TestClient {
  const sockets: WebSocket[] = [];
  class CountedSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      sockets.push(this);
    }
  }
  const socket = createWSClient({
    url,
    WebSocket: CountedSocket,
    ...(params && { connectionParams: params }),
    retryDelayMs: () => 20,
    keepAlive: { enabled: true, intervalMs: 50, pongTimeoutMs: 10_000 },
    onOpen: () => {
      client.opened += 1;
    },
    onClose: (cause) => client.closeCodes.push(cause?.code),
  });
  const client: TestClient = {
    trpc: createTRPCClient<TestRouter>({ links: [wsLink({ client: socket })] }),
    opened: 0,
    closeCodes: [],
    sockets,
    [Symbol.asyncDispose]: async () => socket.close(),
  };
  return client;
}
