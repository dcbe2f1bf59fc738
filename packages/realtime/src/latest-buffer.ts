import { after } from './timer.ts';

/** The latest value for each key, taken together. A slow reader finds newer values, not more of them. */
export class LatestBuffer<K, V> {
  readonly #delayMs: number;
  readonly #values = new Map<K, V>();
  #isDue = false;
  #isEnded = false;
  #cancelDelay: (() => void) | null = null;
  #wake: (() => void) | null = null;

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
    if (!this.#isDue) await this.#due();
    if (this.#isEnded) return null;
    this.#isDue = false;
    const values = [...this.#values.values()];
    this.#values.clear();
    return values;
  }

  #becomeDue(): void {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
    this.#isDue = true;
    this.#wake?.();
  }

  async #due(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = null;
  }
}
