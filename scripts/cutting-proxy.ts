import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A stretch of network in front of the server. For `await using`. */
export interface CuttingProxy extends AsyncDisposable {
  url: string;
  wsUrl: string;
  /**
   * From now on nothing that the server says gets through. Resolves when it has said something: whoever asked was to be
   * answered, and was not.
   */
  swallow(): Promise<void>;
  /** Resets every connection, and lets later ones through. */
  cut(): void;
}

export async function openCuttingProxy(serverUrl: string): Promise<CuttingProxy> {
  const { port, hostname } = new URL(serverUrl);
  const pairs = new Set<[Socket, Socket]>();
  let swallowed: (() => void) | null = null;

  const proxy = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    client.pipe(upstream);
    upstream.on('data', (data) => {
      if (swallowed) swallowed();
      else client.write(data);
    });
    for (const socket of pair) {
      socket.on('error', () => {});
      socket.on('close', () => {
        pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');

  const cut = () => {
    swallowed = null;
    for (const [client] of pairs) client.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    wsUrl: `ws://127.0.0.1:${address.port}/trpc`,
    swallow: () => new Promise((resolve) => (swallowed = resolve)),
    cut,
    async [Symbol.asyncDispose]() {
      cut();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
