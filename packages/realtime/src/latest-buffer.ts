import type { Sink } from '@vibe/chat';
import { after } from './timer.ts';

/** The latest value for each key, taken together. A slow reader finds newer values, not more of them. */
export class LatestBuffer<K, V> {
  readonly #delayMs: number;
  readonly #values = new Map<K, V>();
  #isDue = false;
  #isEnded = false;
  #error: Error | undefined;
  #cancelDelay: (() => void) | null = null;
  #wake: (() => void) | null = null;
  /** Takes the values as soon as they are due, and hears of the end. */
  #deliver: (() => void) | null = null;

  /** What is put becomes available `delayMs` later, with all that was put meanwhile. */
  constructor(delayMs: number) {
    this.#delayMs = delayMs;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  put(key: K, value: V): void {
    if (this.#isEnded) return;
    this.#values.set(key, value);
    if (this.#delayMs === 0) this.#becomeDue();
    else this.#cancelDelay ??= after(this.#delayMs, () => this.#becomeDue());
  }

  /** The reader is told the error, if there is one. */
  end(error?: Error): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#error = error;
    this.#values.clear();
    this.#becomeDue();
  }

  /** Waits for values; null when it has ended. @throws what it was ended with */
  async take(): Promise<V[] | null> {
    if (!this.#isDue) await this.#woken();
    if (this.#error) throw this.#error;
    return this.#isEnded ? null : this.#takeDue();
  }

  /**
   * What comes `first`, and then values as they are due, go into the sink while its reader is not behind, and the end with them.
   */
  flowInto<Event>(sink: Sink<Event>, toEvents: (values: V[]) => Event[], first: Event[]): void {
    let due = first;
    let isWaiting = false;
    const deliver = (): void => {
      if (isWaiting) return;
      while (!sink.isBehind) {
        if (due.length === 0 && this.#isDue) due = toEvents(this.#takeDue());
        const event = due.shift();
        if (event === undefined) return;
        sink.push(event);
      }
      isWaiting = true;
      void sink.drained().then(() => {
        isWaiting = false;
        if (!this.#isEnded) deliver();
      });
    };
    this.#deliver = () => {
      if (!this.#isEnded) deliver();
      else if (this.#error) sink.fail(this.#error);
      else sink.finish();
    };
    this.#deliver();
  }

  #takeDue(): V[] {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
    this.#isDue = false;
    const values = [...this.#values.values()];
    this.#values.clear();
    return values;
  }

  #becomeDue(): void {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
    this.#isDue = true;
    if (this.#deliver) this.#deliver();
    else this.#wake?.();
  }

  async #woken(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = null;
  }
}
