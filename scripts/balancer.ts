import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** How often each instance is asked whether it is ready, and how long it may take to say so. */
const askMs = 500;
const patienceMs = 5_000;

export interface Balancer extends AsyncDisposable {
  port: number;
}

/**
 * Stands before several instances on one port, for trying: connection by connection, WebSockets included, in turn among those
 * that are ready. It reads nothing of what it passes on.
 */
export async function openBalancer(port: number, instanceUrls: string[]): Promise<Balancer> {
  const connections = new Set<Socket>();
  const ready = new Set<string>();
  let turn = 0;

  const server = createServer((client) => {
    const url = [...ready][turn++ % Math.max(1, ready.size)];
    if (url === undefined) {
      client.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const { hostname, port: instancePort } = new URL(url);
    join(client, connect(Number(instancePort), hostname), connections);
  });
  const lookAt = async (url: string) => {
    if (await isReady(url)) ready.add(url);
    else ready.delete(url);
  };
  const look = () => Promise.all(instanceUrls.map(lookAt));
  const looking = setInterval(look, askMs);
  await look();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    async [Symbol.asyncDispose]() {
      clearInterval(looking);
      server.close();
      for (const connection of connections) connection.destroy();
    },
  };
}

function join(client: Socket, instance: Socket, connections: Set<Socket>): void {
  client.pipe(instance).pipe(client);
  for (const [socket, other] of [
    [client, instance],
    [instance, client],
  ] as const) {
    connections.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      connections.delete(socket);
      other.destroy();
    });
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/ready`, { signal: AbortSignal.timeout(patienceMs) }).then(
    ({ ok }) => ok,
    () => false,
  );
