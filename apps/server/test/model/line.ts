import { Socket } from 'node:net';
import type { DurableEvent, SyncEvent } from '@vibe/contract';
import { WebSocket } from 'ws';

/** An event as it came off the wire. */
export interface Received {
  /** Of which page, each of which begins with nothing, and by which socket: 1, 2, 3 … */
  page: number;
  connection: number;
  event: DurableEvent;
}

/** A device's way to the server, which can fail as networks do. */
export interface Line {
  /** For the client. */
  readonly WebSocket: typeof globalThis.WebSocket;
  /** What arrived, in order; what it lost is not among it. */
  readonly received: Received[];
  /** From now on events of that kind are lost here, though nothing else is. */
  suppress(kind: SyncEvent['type']): void;
  readonly suppressedCount: number;
  readonly page: number;
  /** What connects from now on is another page. */
  turnPage(): void;
  /** Breaks every connection, without a goodbye. */
  cut(): void;
  /** From now on nothing connects: it neither succeeds nor fails. */
  goDown(): void;
  readonly isDown: boolean;
  comeUp(): void;
}

/** What tRPC makes of an event that has a cursor. */
interface Frame {
  result?: { type?: string; data?: { data?: DurableEvent } };
}

export function createLine(): Line {
  const sockets = new Set<WebSocket>();
  const received: Received[] = [];
  let waiting: (() => void)[] | null = null;
  let page = 1;
  let connections = 0;
  let suppressed: SyncEvent['type'] | null = null;
  let suppressedCount = 0;

  const dial = ({ host, port }: { host?: string; port?: number | string }): Socket => {
    const socket = new Socket();
    const connect = () => {
      if (!socket.destroyed) socket.connect(Number(port), host ?? '127.0.0.1');
    };
    if (waiting) waiting.push(connect);
    else connect();
    return socket;
  };
  /** Whether the client is to have it. */
  const passes = (from: Omit<Received, 'event'>, text: string): boolean => {
    const event = eventIn(text);
    if (!event) return true;
    const isLost = event.type === suppressed;
    if (isLost) suppressedCount += 1;
    else received.push({ ...from, event });
    return !isLost;
  };

  class LineSocket extends WebSocket {
    constructor(url: string) {
      super(url, { createConnection: (options: object) => dial(options) });
      connections += 1;
      const from = { page, connection: connections };
      sockets.add(this);
      this.once('close', () => sockets.delete(this));
      const emit = this.emit.bind(this);
      this.emit = (event: string | symbol, ...values: unknown[]) =>
        event === 'message' && !passes(from, String(values[0])) ? false : emit(event, ...values);
    }
  }

  return {
    // The package `ws` keeps to the standard interface in all that a client uses; its types differ in the rest.
    WebSocket: LineSocket as unknown as typeof globalThis.WebSocket,
    received,
    suppress(kind) {
      suppressed = kind;
    },
    get suppressedCount() {
      return suppressedCount;
    },
    get page() {
      return page;
    },
    turnPage() {
      page += 1;
    },
    cut() {
      for (const socket of sockets) socket.terminate();
    },
    goDown() {
      waiting ??= [];
    },
    get isDown() {
      return waiting !== null;
    },
    comeUp() {
      const connects = waiting ?? [];
      waiting = null;
      for (const connect of connects) connect();
    },
  };
}

function eventIn(text: string): DurableEvent | null {
  if (!text.startsWith('{')) return null;
  const { result }: Frame = JSON.parse(text);
  return (result?.type === 'data' && result.data?.data) || null;
}
