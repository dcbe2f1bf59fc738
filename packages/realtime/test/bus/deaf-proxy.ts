import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A stretch of network before Redis that can lose what it says to subscribers, and nothing else. For `await using`. */
export interface DeafProxy extends AsyncDisposable {
  url: string;
  isDeaf: boolean;
}

export async function openDeafProxy(redisPort: number): Promise<DeafProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const redis = connect(redisPort, '127.0.0.1');
    let isSubscriber = false;
    client.on('data', (data) => {
      isSubscriber ||= /subscribe/i.test(String(data));
      redis.write(data);
    });
    redis.on('data', (data) => {
      if (!(isSubscriber && proxy.isDeaf)) client.write(data);
    });
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        redis.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const proxy: DeafProxy = {
    url: `redis://127.0.0.1:${address.port}`,
    isDeaf: false,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;
}
