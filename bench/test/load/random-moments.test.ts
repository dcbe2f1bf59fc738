import { expect, test } from 'vitest';
import { randomMoments } from '../../load/plays/random-moments.ts';

test('moments rise, are as many as were asked for or nearly, and the same at every run', () => {
  const moments = [...randomMoments(200, 60_000, 1)];
  // Twelve thousand are expected, with a deviation of their root.
  expect(Math.abs(moments.length - 12_000)).toBeLessThan(500);
  const times = moments.map(({ atMs }) => atMs);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeLessThanOrEqual(60_000);
  expect([...randomMoments(200, 60_000, 1)]).toEqual(moments);
  expect([...randomMoments(200, 60_000, 2)]).not.toEqual(moments);
});

test('they are independent of each other: gaps are scattered as widely as they are long', () => {
  const times = [...randomMoments(100, 100_000, 3)].map(({ atMs }) => atMs);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  expect(Math.sqrt(variance) / mean).toBeCloseTo(1, 1);
});
