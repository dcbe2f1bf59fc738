interface Window {
  left: number;
  endsAt: number;
}

/**
 * Uses of one rate, by who uses it: `points` in every `seconds`, beginning with their first. In memory, and without a promise
 * or a timer: three rates are counted for each call.
 */
export class RateWindows {
  readonly #points: number;
  readonly #durationMs: number;
  readonly #windows = new Map<string | number, Window>();
  #tidyAt = 0;

  constructor({ points, seconds }: { points: number; seconds: number }) {
    this.#points = points;
    this.#durationMs = seconds * 1_000;
  }

  /** Counts one use. Returns after how many ms, above 0, there will be one where none is left; else 0. */
  use(key: string | number): number {
    const now = performance.now();
    const window = this.#current(key, now);
    if (window.left === 0) return Math.ceil(window.endsAt - now);
    window.left -= 1;
    return 0;
  }

  /** Of how many it keeps a window, at most as many as used it within the last two. */
  get size(): number {
    return this.#windows.size;
  }

  #current(key: string | number, now: number): Window {
    const known = this.#windows.get(key);
    if (known && now < known.endsAt) return known;
    this.#forgetEnded(now);
    const window = { left: this.#points, endsAt: now + this.#durationMs };
    this.#windows.set(key, window);
    return window;
  }

  #forgetEnded(now: number): void {
    if (now < this.#tidyAt) return;
    this.#tidyAt = now + this.#durationMs;
    for (const [key, { endsAt }] of this.#windows) if (now >= endsAt) this.#windows.delete(key);
  }
}
