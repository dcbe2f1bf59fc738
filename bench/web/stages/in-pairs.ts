import { type Side, sides } from '../browser/sides.ts';
import type { Figure, Taken } from './figure.ts';

/** What one round on one side gave. */
export type Values = ReadonlyMap<Figure, number>;

/**
 * Measures the sides by turns, each first in every other round, so that what else the machine does falls on both.
 */
export async function inPairs(
  rounds: number,
  figures: Readonly<Record<string, Figure>>,
  measure: (side: Side) => Promise<Values>,
): Promise<Taken[]> {
  const taken: Record<Side, Values[]> = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 ? sides.toReversed() : sides) taken[side].push(await measure(side));
  }
  return Object.values(figures).map((figure) => ({
    figure,
    ours: byRound(taken.ours, figure),
    plain: byRound(taken.plain, figure),
  }));
}

const byRound = (rounds: readonly Values[], figure: Figure): number[] =>
  rounds.map((values) => {
    const value = values.get(figure);
    if (value === undefined) throw new Error(`nobody measured: ${figure.name}`);
    return value;
  });
