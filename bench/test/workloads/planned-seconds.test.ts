import { expect, test } from 'vitest';
import { workloads } from '../../workloads/all-workloads.ts';
import { paceOf } from '../../workloads/pace.ts';
import { plannedSeconds, roundSeconds } from '../../workloads/planned-seconds.ts';

const all = (isQuick: boolean) => Object.values(workloads).flatMap((of) => of(paceOf(isQuick)));

test('a complete run is planned for well under an hour, a quick one for under ten minutes', () => {
  expect(plannedSeconds(all(false))).toBeLessThan(50 * 60);
  expect(plannedSeconds(all(true))).toBeLessThan(10 * 60);
});

test('every round of every side counts', () => {
  const side = { name: 'one', seconds: 7, measure: async () => ({}) };
  expect(plannedSeconds([{ rounds: 3, sides: [side, { ...side, seconds: 2 }] }])).toBe(27);
});

test('what is measured for longer, or by more people, takes longer', () => {
  const play = { kind: 'open', perSecond: 1, warmUpMs: 1_000, measureMs: 2_000 } as const;
  expect(roundSeconds({ ...play, measureMs: 5_000 }, 10) - roundSeconds(play, 10)).toBeCloseTo(3);
  expect(roundSeconds(play, 1_010) - roundSeconds(play, 10)).toBeCloseTo(2);
});

test.each([true, false])('each target is held against a side that takes part (quick: %s)', (isQuick) => {
  for (const { name, rounds, sides, figures } of all(isQuick)) {
    expect(rounds, name).toBeGreaterThanOrEqual(3);
    const beside = figures.flatMap(({ targets }) => targets.map((target) => target.beside));
    expect(sides.slice(1).map((side) => side.name)).toEqual(
      expect.arrayContaining(beside.filter((side) => side !== null)),
    );
  }
});
