import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Corkable, Corks } from './corks.ts';
import { joined } from './joined.ts';
import { payloadOf, textFrame } from './text-frame.ts';

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

/**
 * The way out of one socket. Nothing is written beyond `bufferedBytes`: the socket is closed instead.
 *
 * Frames wait here, and not in the connection, until they leave together: that takes one write of one buffer, which readers of
 * the same share, and nothing of a cold socket is touched before. What `ws` says by itself, as pongs, may go before them, but for
 * its goodbye. Where messages are compressed they go through `ws`, which may hold some back that others must not overtake.
 */
export class Outlet implements Corkable {
  writableCorked = 0;
  readonly #deps: OutletDeps;
  readonly #corks: Corks;
  readonly #isPlain: boolean;
  readonly #behindBytes: number;
  readonly #bufferedBytes: number;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  /** What was left in the connection after the last write. */
  #leftBytes = 0;
  #isClosing = false;
  #drained: PromiseWithResolvers<void> | null = null;

  constructor(deps: OutletDeps) {
    const { socket, raw, corks, behindBytes, bufferedBytes } = deps;
    this.#deps = deps;
    this.#corks = corks;
    this.#isPlain = socket.extensions === '';
    // Below it the connection would not say when it has drained.
    this.#behindBytes = Math.max(behindBytes, raw.writableHighWaterMark);
    this.#bufferedBytes = bufferedBytes;
    this.#sayGoodbyeLast();
  }

  get isOpen(): boolean {
    return this.#deps.socket.readyState === this.#deps.socket.OPEN;
  }

  /** Not once the socket closes: whoever waited would wait for nothing. */
  get isBehind(): boolean {
    return this.isOpen && this.#waitingBytes + this.#deps.raw.writableLength > this.#behindBytes;
  }

  /** False when it was not sent, since the socket closes. */
  send(text: string): boolean {
    if (!this.isWritable()) return false;
    if (this.#isPlain) this.#add(textFrame(text));
    else this.#compress(text);
    return true;
  }

  /** A whole frame, past `ws`, which would frame it anew for each reader. False when it was not sent. */
  write(frame: Buffer): boolean {
    if (!this.isWritable()) return false;
    if (this.#isPlain) this.#add(frame);
    else this.#compress(payloadOf(frame));
    return true;
  }

  /** False when the socket closes, which it is made to if too much waits for its reader. */
  isWritable(): boolean {
    if (this.#isClosing) return false;
    // Where the last write left nothing, there is no need to look.
    if (this.#leftBytes > 0) this.#leftBytes = this.#deps.socket.bufferedAmount;
    if (this.#waitingBytes + this.#leftBytes <= this.#bufferedBytes) return true;
    if (this.isOpen) this.#cut();
    return false;
  }

  /** Resolves at once when the reader is not behind. */
  drained(): Promise<void> {
    if (!this.isBehind) return Promise.resolve();
    this.#drained ??= this.#awaitDrain();
    return this.#drained.promise;
  }

  /** To be called by the corks alone, as `uncork`. */
  cork(): void {
    this.writableCorked = 1;
    if (!this.#isPlain) this.#deps.raw.cork();
  }

  uncork(): void {
    if (this.writableCorked === 0) return;
    this.writableCorked = 0;
    const { raw, socket } = this.#deps;
    if (!this.#isPlain) raw.uncork();
    else if (this.isOpen) raw.write(joined(this.#waiting));
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#leftBytes = socket.bufferedAmount;
    // What waited here may have left without filling the connection, which then has nothing to say.
    if (this.#drained && !this.#isClosing && this.isOpen && !this.isBehind) this.#drained.resolve();
  }

  #add(frame: Buffer): void {
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
    if (this.writableCorked === 0) this.#corks.cork(this);
  }

  #compress(data: string | Buffer): void {
    if (this.writableCorked === 0) this.#corks.cork(this);
    this.#deps.socket.send(data, { binary: false });
    this.#leftBytes = this.#deps.socket.bufferedAmount;
  }

  #awaitDrain(): PromiseWithResolvers<void> {
    const { raw } = this.#deps;
    const drained = Promise.withResolvers<void>();
    raw.on('drain', drained.resolve).on('close', drained.resolve);
    void drained.promise.then(() => {
      raw.off('drain', drained.resolve).off('close', drained.resolve);
      this.#drained = null;
    });
    return drained;
  }

  /** `ws` has no event for its own closing. Whoever does it, what waits here goes first, and nothing after. */
  #sayGoodbyeLast(): void {
    const { socket } = this.#deps;
    const close = socket.close.bind(socket);
    socket.close = (code, reason) => {
      this.#isClosing = true;
      this.uncork();
      close(code, reason);
    };
  }

  #cut(): void {
    const { socket, closeCode, onSlow } = this.#deps;
    onSlow(this.#waitingBytes + this.#leftBytes);
    socket.close(closeCode, 'This socket was read too slowly. Connect again, and resume.');
    const end = setTimeout(() => socket.terminate(), goodbyeMs).unref();
    socket.once('close', () => clearTimeout(end));
  }
}
