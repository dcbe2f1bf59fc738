import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Corks } from './corks.ts';
import { payloadOf } from './text-frame.ts';

/** How long a reader that is being cut has to take in what waits, so that it learns the code. */
const goodbyeMs = 5_000;

interface OutletDeps {
  socket: WebSocket;
  /** The connection below it. */
  raw: Socket;
  corks: Corks;
  behindBytes: number;
  bufferedBytes: number;
  closeCode: number;
  onSlow(bufferedBytes: number): void;
}

/** The way out of one socket. Nothing is written beyond `bufferedBytes`: the socket is closed instead. */
export class Outlet {
  readonly #deps: OutletDeps;
  readonly #behindBytes: number;
  #drained: Promise<void> | null = null;

  constructor(deps: OutletDeps) {
    this.#deps = deps;
    // Below it the connection would not say when it has drained.
    this.#behindBytes = Math.max(deps.behindBytes, deps.raw.writableHighWaterMark);
  }

  get isOpen(): boolean {
    return this.#deps.socket.readyState === this.#deps.socket.OPEN;
  }

  get isBehind(): boolean {
    return this.#deps.raw.writableLength > this.#behindBytes;
  }

  /** False when it was not sent, since the socket closes. */
  send(text: string): boolean {
    if (!this.isWritable()) return false;
    this.#deps.corks.cork(this.#deps.raw);
    this.#deps.socket.send(text);
    return true;
  }

  /** A whole frame, past `ws`, which would frame it anew for each reader. False when it was not sent. */
  write(frame: Buffer): boolean {
    if (!this.isWritable()) return false;
    const { socket, raw, corks } = this.#deps;
    corks.cork(raw);
    // Where messages are compressed, `ws` has some that are not written yet, and this one must not overtake them.
    if (socket.extensions === '') raw.write(frame);
    else socket.send(payloadOf(frame), { binary: false });
    return true;
  }

  /** False when the socket closes, which it is made to if too much waits for its reader. */
  isWritable(): boolean {
    if (!this.isOpen) return false;
    if (this.#deps.socket.bufferedAmount <= this.#deps.bufferedBytes) return true;
    this.#cut();
    return false;
  }

  /** Resolves at once when the reader is not behind. */
  drained(): Promise<void> {
    if (!this.isOpen || !this.isBehind) return Promise.resolve();
    this.#drained ??= new Promise<void>((resolve) => {
      const { raw } = this.#deps;
      const done = () => {
        raw.off('drain', done).off('close', done);
        this.#drained = null;
        resolve();
      };
      raw.on('drain', done).on('close', done);
    });
    return this.#drained;
  }

  #cut(): void {
    const { socket, closeCode, onSlow } = this.#deps;
    onSlow(socket.bufferedAmount);
    socket.close(closeCode, 'This socket was read too slowly. Connect again, and resume.');
    const end = setTimeout(() => socket.terminate(), goodbyeMs).unref();
    socket.once('close', () => clearTimeout(end));
  }
}
