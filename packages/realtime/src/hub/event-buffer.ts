import { ChatError, type Sink } from '@vibe/chat';

/**
 * What was pushed and not read yet, up to `maxEvents`. A reader that falls further behind gets an error in place of the
 * rest, and resumes from the last cursor it read: nothing is lost by that.
 */
export class EventBuffer<T> implements AsyncIterable<T> {
  /** What is pushed and not kept is not read. Null keeps all. */
  isKept: ((event: T) => boolean) | null = null;
  readonly #maxEvents: number;
  #events: T[] = [];
  #isEnded = false;
  #isCut = false;
  #error: Error | undefined;
  #wake: (() => void) | null = null;
  /** Takes what is pushed, once all that waited has been read. */
  #sink: Sink<T> | null = null;

  constructor(maxEvents: number) {
    this.#maxEvents = maxEvents;
  }

  /** It was ended at once, or its reader fell behind: nothing more may be read. */
  get isCut(): boolean {
    return this.#isCut;
  }

  push(event: T): void {
    if (this.#isEnded) return;
    if (this.#sink) {
      if (this.isKept === null || this.isKept(event)) this.#sink.push(event);
      return;
    }
    if (this.#events.length >= this.#maxEvents) {
      this.end(new ChatError('BUSY', 'This stream was read too slowly. Resume it from its last event.'));
      return;
    }
    this.#events.push(event);
    this.#wake?.();
  }

  /** What was pushed may still be read; nothing follows it. */
  finish(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    if (this.#sink) this.#tellEnd(this.#sink);
    else this.#wake?.();
  }

  /** Drops what was not read. The reader is told the error, if there is one. */
  end(error?: Error): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#events = [];
    this.#error = error;
    this.finish();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    while (true) {
      const event = this.#next();
      if (event !== undefined) yield event;
      else if (this.#isEnded) break;
      else await this.#woken();
    }
    if (this.#error) throw this.#error;
  }

  /**
   * What waits goes into the sink at the pace of its reader; after that what is pushed goes straight through, and its end with
   * it. Resolves when nothing waits any more.
   */
  async flowInto(sink: Sink<T>): Promise<void> {
    for (let event = this.#next(); event !== undefined; event = this.#next()) {
      sink.push(event);
      if (sink.isBehind) await sink.drained();
    }
    // No await since nothing was found to wait: what is pushed from here on follows it.
    this.#sink = sink;
    if (this.#isEnded) this.#tellEnd(sink);
  }

  #tellEnd(sink: Sink<T>): void {
    if (this.#error) sink.fail(this.#error);
    else sink.finish();
  }

  #next(): T | undefined {
    let event = this.#events.shift();
    while (event !== undefined && this.isKept?.(event) === false) event = this.#events.shift();
    return event;
  }

  async #woken(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = null;
  }
}
