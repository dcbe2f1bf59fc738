import { randomFrom } from '@vibe/realtime/testing';

export interface Moment {
  atMs: number;
  /** From 0 to 1, to choose by. */
  pick: number;
}

/** Moments independent of each other (a Poisson process), up to `untilMs`; the same ones for the same seed. */
export function* randomMoments(perSecond: number, untilMs: number, seed: number): Generator<Moment, void> {
  const random = randomFrom(seed);
  let atMs = 0;
  for (;;) {
    atMs += (-Math.log(1 - random()) * 1_000) / perSecond;
    if (atMs > untilMs) return;
    yield { atMs, pick: random() };
  }
}
