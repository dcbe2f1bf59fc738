import { Socket } from 'node:net';
import type { DurableEvent, SyncEvent } from '@vibe/contract';
import { WebSocket } from 'ws';

/** An event as it came off the wire. */
export interface Received {
  /** Which socket of this line brought it: 1, 2, 3 … */
  connection: number;
  event: DurableEvent;
}

/** A device's way to the server, which can fail as networks do. */
export interface Line {
  /** For the client. */
  readonly WebSocket: typeof globalThis.WebSocket;
  /** What arrived, in order; what the line kept back is not among it. */
  readonly received: Received[];
  /** How many events it kept back. */
  readonly droppedCount: number;
  /** Breaks every connection, without a goodbye. */
  cut(): void;
  /** From now on nothing connects: it neither succeeds nor fails. */
  goDown(): void;
  comeUp(): void;
}

interface Frame {
  result?: { type?: string; data?: DurableEvent };
}

/** @param deafTo Events of that kind are lost on this line, though nothing else is. */
export function createLine(deafTo: SyncEvent['type'] | null): Line {
  const sockets = new Set<WebSocket>();
  const received: Received[] = [];
  let waiting: (() => void)[] | null = null;
  let connections = 0;
  let droppedCount = 0;

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
  const passes = (connection: number, text: string): boolean => {
    const event = eventIn(text);
    if (!event) return true;
    const isDropped = event.type === deafTo;
    if (isDropped) droppedCount += 1;
    else received.push({ connection, event });
    return !isDropped;
  };

  class LineSocket extends WebSocket {
    constructor(url: string) {
      super(url, { createConnection: (options: object) => dial(options) });
      connections += 1;
      const connection = connections;
      sockets.add(this);
      this.once('close', () => sockets.delete(this));
      const emit = this.emit.bind(this);
      this.emit = (event: string | symbol, ...values: unknown[]) =>
        event === 'message' && !passes(connection, String(values[0])) ? false : emit(event, ...values);
    }
  }

  return {
    // The package `ws` keeps to the standard interface in all that a client uses; its types differ in the rest.
    WebSocket: LineSocket as unknown as typeof globalThis.WebSocket,
    received,
    get droppedCount() {
      return droppedCount;
    },
    cut() {
      for (const socket of sockets) socket.terminate();
    },
    goDown() {
      waiting ??= [];
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
  return result?.type === 'data' && result.data ? result.data : null;
}
