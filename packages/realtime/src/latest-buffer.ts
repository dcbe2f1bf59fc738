import type { Sink } from '@vibe/chat';
import { after } from './timer.ts';

/** The latest value for each key, taken together. A slow reader finds newer values, not more of them. */
export class LatestBuffer<K, V> {
  readonly #delayMs: number;
  readonly #values = new Map<K, V>();
  #isDue = false;
  #isEnded = false;
  #cancelDelay: (() => void) | null = null;
  #wake: (() => void) | null = null;
  /** Takes the values as soon as they are due. */
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

  end(): void {
    this.#isEnded = true;
    this.#values.clear();
    this.#becomeDue();
  }

  /** Waits for values; null when it has ended. */
  async take(): Promise<V[] | null> {
    if (!this.#isDue) await this.#woken();
    return this.#isEnded ? null : this.#takeDue();
  }

  /** Values go into the sink when they are due and their reader is not behind. Resolves when it has ended. */
  async flowInto<Event>(sink: Sink<Event>, toEvents: (values: V[]) => Event[]): Promise<void> {
    let isWaiting = false;
    const deliver = (): void => {
      if (isWaiting || this.#values.size === 0) return;
      if (!sink.isBehind) {
        for (const event of toEvents(this.#takeDue())) sink.push(event);
        return;
      }
      isWaiting = true;
      void sink.drained().then(() => {
        isWaiting = false;
        deliver();
      });
    };
    this.#deliver = deliver;
    if (this.#isDue) deliver();
    while (!this.#isEnded) await this.#woken();
  }

  #takeDue(): V[] {
    this.#isDue = false;
    const values = [...this.#values.values()];
    this.#values.clear();
    return values;
  }

  #becomeDue(): void {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
    this.#isDue = true;
    if (this.#deliver && !this.#isEnded) this.#deliver();
    else this.#wake?.();
  }

  async #woken(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = null;
  }
}
