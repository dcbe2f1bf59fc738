import type { WebSocket, WebSocketServer } from 'ws';
import type { KeepAlive } from './options.ts';

/**
 * Pings every socket, and ends those from which nothing comes any more. The pings are those of the WebSocket protocol, which
 * browsers answer themselves: a page whose scripts are throttled or frozen cannot answer tRPC's own `PING` in time. One timer
 * serves all sockets. It counts pings, not time: whoever was heard while this process stood still is not at fault.
 */
export class Heartbeat {
  readonly #server: WebSocketServer;
  readonly #missedPings: number;
  readonly #unanswered = new WeakMap<WebSocket, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(server: WebSocketServer, { pingMs, missedPings }: KeepAlive) {
    this.#server = server;
    this.#missedPings = missedPings;
    this.#timer = setInterval(() => this.#beat(), pingMs).unref();
  }

  watch(socket: WebSocket): void {
    const hear = () => void this.#unanswered.set(socket, 0);
    hear();
    socket.on('message', hear).on('pong', hear).on('ping', hear);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    for (const socket of this.#server.clients) {
      const unanswered = this.#unanswered.get(socket);
      if (unanswered === undefined || socket.readyState !== socket.OPEN) continue;
      this.#unanswered.set(socket, unanswered + 1);
      if (unanswered >= this.#missedPings) socket.terminate();
      else socket.ping();
    }
  }
}
