export interface Moment {
  atMs: number;
  /** From 0 to 1, to choose by. */
  pick: number;
}

/** Moments independent of each other (a Poisson process), up to `untilMs`; the same ones for the same seed. */
export function* randomMoments(perSecond: number, untilMs: number, seed: number): Generator<Moment, void> {
  const random = mulberry32(seed);
  let atMs = 0;
  for (;;) {
    atMs += (-Math.log(1 - random()) * 1_000) / perSecond;
    if (atMs > untilMs) return;
    yield { atMs, pick: random() };
  }
}

/** Tommy Ettinger's generator, for numbers that are the same at every run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
