/** Chance that a seed decides. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `count`. */
  below(count: number): number;
  /** Between the two. */
  between(least: number, most: number): number;
  /** One of them; undefined of none. */
  pick<T>(items: readonly T[]): T | undefined;
  /** Some of them, at most so many, in an order of their own. */
  some<T>(items: readonly T[], most: number): T[];
  isLikely(probability: number): boolean;
  /** A chance of its own, which the same seed and name give again whatever else was drawn. */
  named(name: string): Random;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: 32 bits of state, more than enough for a schedule of deeds.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    pick: (items) => items[below(items.length)],
    some(items, most) {
      const left = [...items];
      const count = Math.min(most, left.length);
      return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
    },
    isLikely: (probability) => next() < probability,
    named: (name) => createRandom(hash(`${seed} ${name}`)),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
