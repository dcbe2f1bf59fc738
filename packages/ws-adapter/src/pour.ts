import type { Call } from './call.ts';
import type { CallScope } from './call-scope.ts';
import type { LiveSource, Sink } from './live-source.ts';
import type { Outlet } from './outlet.ts';
import { framePrefix, type PreparedFrames } from './prepared-frames.ts';

/** Lets a live source write to a socket until it ends, or is aborted. Rejects with what it fails with. */
export function pour(
  source: LiveSource<unknown>,
  { adapter, outlet }: CallScope,
  call: Call,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const prefix = framePrefix(call.id, call.jsonrpc);
  const { lane } = source['~live'];
  const sink = new SocketSink({ outlet, frames: adapter.frames, prefix, lane, resolve, reject });
  const detach = source['~live'].attach(sink);
  const stop = () => sink.finish();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    detach();
  });
}

interface SinkDeps {
  outlet: Outlet;
  frames: PreparedFrames;
  prefix: string;
  lane: LiveSource<unknown>['~live']['lane'];
  resolve(): void;
  reject(error: unknown): void;
}

class SocketSink implements Sink<unknown> {
  readonly #deps: SinkDeps;
  #isOver = false;

  constructor(deps: SinkDeps) {
    this.#deps = deps;
  }

  get isBehind(): boolean {
    return this.#deps.outlet.isBehind;
  }

  push(event: unknown): boolean {
    const { outlet, frames, prefix, lane } = this.#deps;
    if (this.#isOver || (lane === 'ephemeral' && outlet.isBehind)) return false;
    // Nothing is made for a socket that closes.
    if (!outlet.isWritable()) return false;
    try {
      return outlet.write(frames.frame(event, prefix));
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  drained(): Promise<void> {
    return this.#deps.outlet.drained();
  }

  finish(): void {
    this.#isOver = true;
    this.#deps.resolve();
  }

  fail(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#deps.reject(error);
  }
}
