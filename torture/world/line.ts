import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Random } from '../random.ts';
import { passBytes, type Weather } from './pass-bytes.ts';

/** One person's way to the instances, which can fail as networks do. For `await using`. */
export interface Line extends AsyncDisposable {
  readonly url: string;
  readonly weather: Weather;
  /** How many connections were ever made. */
  readonly connections: number;
  /** Resets every connection. */
  cut(): void;
  /** Resets each connection in the middle of what is said next. */
  cutInside(): void;
  /** Both sides keep their connections, and hear nothing of each other. */
  freeze(): void;
  /** The end of that: what was said meanwhile arrives. */
  thaw(): void;
  /**
   * Breaks the connection by which the next message is sent, and calls back: where it `arrives`, once the server has
   * answered, else before the server has heard of it. Nobody hears an answer.
   */
  swallowNextSend(arrives: boolean, onSwallowed: () => void): void;
}

interface Pair {
  client: Socket;
  server: Socket;
  /** Breaks when the server says something. */
  isDoomed: boolean;
}

interface Trap {
  arrives: boolean;
  onSwallowed(): void;
}

/** @param route The port to connect to, of an instance that a balancer would choose now; null: none. */
export async function openLine(
  route: () => number | null,
  random: Random,
  localAddress: string,
): Promise<Line> {
  const pairs = new Set<Pair>();
  const weather: Weather = { delayMs: 0, isSplit: false, isCutInside: false };
  let isFrozen = false;
  let connections = 0;
  let trap: Trap | null = null;

  const end = ({ client, server }: Pair): void => {
    client.resetAndDestroy();
    server.resetAndDestroy();
  };
  const join = (client: Socket, port: number): void => {
    connections += 1;
    const server = connect({ port, host: '127.0.0.1', ...ownAddress(localAddress) });
    const pair: Pair = { client, server, isDoomed: false };
    pairs.add(pair);
    const context = { weather, random, cut: () => end(pair) };
    const up = passBytes(server, context);
    const down = passBytes(client, context);
    const spring = () => {
      const sprung = trap;
      trap = null;
      end(pair);
      sprung?.onSwallowed();
    };
    client.on('data', (data) => {
      const isTrapped = trap !== null && data.includes('message.send');
      if (isTrapped && !trap?.arrives) return spring();
      pair.isDoomed ||= isTrapped;
      up(data);
    });
    server.on('data', (data) => {
      if (pair.isDoomed) spring();
      else down(data);
    });
    for (const socket of [client, server]) {
      if (isFrozen) socket.pause();
      socket.setNoDelay();
      socket.on('error', () => {});
      socket.on('close', () => {
        pairs.delete(pair);
        end(pair);
      });
    }
  };
  const balancer = createServer((client) => {
    const port = route();
    if (port === null) client.resetAndDestroy();
    else join(client, port);
  });
  await once(balancer.listen(0, '127.0.0.1'), 'listening');
  const address = balancer.address();
  const each = (act: (pair: Pair) => void) => [...pairs].forEach(act);
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/trpc`,
    weather,
    get connections() {
      return connections;
    },
    cut: () => each(end),
    cutInside() {
      weather.isCutInside = true;
    },
    freeze() {
      isFrozen = true;
      each(({ client, server }) => [client, server].map((socket) => socket.pause()));
    },
    thaw() {
      isFrozen = false;
      each(({ client, server }) => [client, server].map((socket) => socket.resume()));
    },
    swallowNextSend(arrives, onSwallowed) {
      trap = { arrives, onSwallowed };
    },
    async [Symbol.asyncDispose]() {
      each(end);
      balancer.close();
      await once(balancer, 'close');
    },
  };
}

/** Servers limit by address: each person comes from one of their own, where the system has that many. */
const ownAddress = (localAddress: string): { localAddress?: string } =>
  process.platform === 'linux' ? { localAddress } : {};
