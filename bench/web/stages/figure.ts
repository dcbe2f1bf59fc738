import type { Side } from '../browser/sides.ts';

export interface Figure {
  name: string;
  unit: 'kB' | 'MB' | 'ms' | 'px' | '';
  /** What it may be at most; null: it is told and not judged. */
  limit: number | null;
  /** What the limit is for: the rounds' median, or each of them. */
  judgedBy: 'median' | 'worst';
}

/** A figure on both sides, by round. */
export interface Taken extends Record<Side, number[]> {
  figure: Figure;
}
