import { once } from 'node:events';
import { type WebSocket, WebSocketServer } from 'ws';
import { sendIn } from '../../load/mark.ts';

/** What it does wrong to one reader, once, at its tenth message. */
export type Fault = 'none' | 'doubles' | 'drops' | 'swaps';

export interface FaultyServer extends AsyncDisposable {
  url: string;
}

/** A server for the `plain` dialect with one group of all. */
export async function startFaultyServer(fault: Fault): Promise<FaultyServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', (socket) =>
    socket.on('message', (data: Buffer) => {
      if (sendIn(data) < 0) return socket.send('{"joined":true}');
      const [victim, ...others] = server.clients;
      for (const other of others) other.send(String(data));
      if (victim) deliver(victim, String(data));
    }),
  );
  let count = 0;
  let held: string | null = null;
  const deliver = (victim: WebSocket, message: string): void => {
    count += 1;
    if (count === 10 && fault === 'drops') return;
    if (count === 10 && fault === 'doubles') victim.send(message);
    if (count === 10 && fault === 'swaps') {
      held = message;
      return;
    }
    victim.send(message);
    if (held !== null) victim.send(held);
    held = null;
  };
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    async [Symbol.asyncDispose]() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
