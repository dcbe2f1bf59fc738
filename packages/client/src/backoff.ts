/** Growing waits between tries, each with jitter, so that many clients do not come back in step. */
export interface Backoff {
  /** How long to wait before the next try. */
  nextMs(): number;
  /** It worked: the next wait is short again. */
  reset(): void;
}

/** "Equal jitter": between half of the step and all of it. The steps double from `baseMs` to `maxMs`. */
export function createBackoff({ baseMs = 500, maxMs = 15_000, random = Math.random } = {}): Backoff {
  let tries = 0;
  return {
    nextMs() {
      const step = Math.min(maxMs, baseMs * 2 ** Math.min(tries, 20));
      tries += 1;
      return step / 2 + (random() * step) / 2;
    },
    reset() {
      tries = 0;
    },
  };
}
