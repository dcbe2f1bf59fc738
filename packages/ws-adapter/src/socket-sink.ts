import type { LiveSource, Sink } from './live-source.ts';
import type { Outlet } from './outlet.ts';
import type { PreparedFrames } from './prepared-frames.ts';

interface SocketSinkDeps {
  outlet: Outlet;
  frames: PreparedFrames;
  /** The beginning of every frame. */
  prefix: string;
  lane: LiveSource<unknown>['~live']['lane'];
  /** Called once, never before what ends it has returned. */
  ended(failure: Failure | null): void;
}

/** What a source failed with, which may be anything. */
export interface Failure {
  cause: unknown;
}

/**
 * Writes a live source to a socket. What `push` needs lies in it, and not a step further: thousands of them are gone through for
 * one event.
 */
export class SocketSink implements Sink<unknown> {
  readonly #outlet: Outlet;
  readonly #frames: PreparedFrames;
  readonly #prefix: string;
  readonly #isEphemeral: boolean;
  readonly #ended: SocketSinkDeps['ended'];
  #isOver = false;

  constructor({ outlet, frames, prefix, lane, ended }: SocketSinkDeps) {
    this.#outlet = outlet;
    this.#frames = frames;
    this.#prefix = prefix;
    this.#isEphemeral = lane === 'ephemeral';
    this.#ended = ended;
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
    this.#end(null);
  }

  fail(error: unknown): void {
    this.#end({ cause: error });
  }

  #end(failure: Failure | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    queueMicrotask(() => this.#ended(failure));
  }
}
