import { once } from 'node:events';
import { expect, vi } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';

const waiting = { timeout: 10_000, interval: 5 };

/** A socket whose frames a test sees as they are, byte for byte. For `using`. */
export class RawClient implements Disposable {
  readonly frames: string[] = [];
  readonly closed: Promise<number>;
  readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => this.frames.push(String(data)));
    this.closed = once(socket, 'close').then(([code]) => Number(code));
  }

  static async open(url: string, options: ClientOptions = {}): Promise<RawClient> {
    const socket = new WebSocket(url, options);
    const client = new RawClient(socket);
    await once(socket, 'open');
    return client;
  }

  send(frame: unknown): void {
    const isRaw = typeof frame === 'string' || Buffer.isBuffer(frame);
    this.socket.send(isRaw ? frame : JSON.stringify(frame));
  }

  call(id: unknown, method: string, path: string, input?: unknown): void {
    this.send({ id, method, params: { path, input } });
  }

  /** Waits until so many frames have come. */
  async until(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.frames.length).toBeGreaterThanOrEqual(count), waiting);
  }

  /** Waits until whatever is on its way has come: what is asked last is answered last. */
  async settled(): Promise<string[]> {
    const sent = this.frames.length;
    this.send('PING');
    await vi.waitFor(() => expect(this.frames.slice(sent)).toContain('PONG'), waiting);
    return this.frames.filter((frame) => frame !== 'PONG');
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}
