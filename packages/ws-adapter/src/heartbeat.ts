import type { WebSocket, WebSocketServer } from 'ws';
import type { KeepAlive } from './options.ts';

/**
 * Pings every socket, and ends those from which nothing comes any more. The pings are those of the WebSocket protocol, which
 * browsers answer themselves: a page whose scripts are throttled or frozen cannot answer tRPC's own `PING` in time. One timer
 * serves all sockets.
 */
export class Heartbeat {
  readonly #server: WebSocketServer;
  readonly #keepAlive: KeepAlive;
  readonly #heardAt = new WeakMap<WebSocket, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(server: WebSocketServer, keepAlive: KeepAlive) {
    this.#server = server;
    this.#keepAlive = keepAlive;
    this.#timer = setInterval(() => this.#beat(), keepAlive.pingMs).unref();
  }

  watch(socket: WebSocket): void {
    const hear = () => void this.#heardAt.set(socket, performance.now());
    hear();
    socket.on('message', hear).on('pong', hear).on('ping', hear);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const { pingMs, pongWaitMs } = this.#keepAlive;
    const deadline = performance.now() - pingMs - pongWaitMs;
    for (const socket of this.#server.clients) {
      const heardAt = this.#heardAt.get(socket);
      if (heardAt === undefined) continue;
      if (heardAt < deadline) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }
}
