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
  const prefix = framePrefix(call.id, call.jsonrpc);
  const { lane, attach } = source['~live'];
  const sink = new SocketSink({ outlet, frames: adapter.frames, prefix, lane });
  const detach = attach(sink);
  const stop = () => sink.finish();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return sink.ended.finally(() => {
    signal.removeEventListener('abort', stop);
    detach();
  });
}

interface SinkDeps {
  outlet: Outlet;
  frames: PreparedFrames;
  prefix: string;
  lane: LiveSource<unknown>['~live']['lane'];
}

/** What `push` needs lies in it, and not a step further: thousands of them are gone through for one event. */
class SocketSink implements Sink<unknown> {
  readonly #outlet: Outlet;
  readonly #frames: PreparedFrames;
  readonly #prefix: string;
  readonly #isEphemeral: boolean;
  readonly #ended = Promise.withResolvers<void>();
  #isOver = false;

  constructor({ outlet, frames, prefix, lane }: SinkDeps) {
    this.#outlet = outlet;
    this.#frames = frames;
    this.#prefix = prefix;
    this.#isEphemeral = lane === 'ephemeral';
  }

  /** Rejects with what it fails with. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  get isBehind(): boolean {
    return this.#outlet.isBehind;
  }

  push(event: unknown): boolean {
    if (this.#isOver || (this.#isEphemeral && this.#outlet.isBehind)) return false;
    // Nothing is made for a socket that closes.
    if (!this.#outlet.isWritable()) return false;
    try {
      return this.#outlet.write(this.#frames.frame(event, this.#prefix));
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  drained(): Promise<void> {
    return this.#outlet.drained();
  }

  finish(): void {
    this.#isOver = true;
    this.#ended.resolve();
  }

  fail(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended.reject(error);
  }
}
