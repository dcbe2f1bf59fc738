import { expect, test } from 'vitest';
import { reachedOf, toChart } from '../../report/chart.ts';
import { toTable } from '../../report/table.ts';
import { judge } from '../../report/verdict.ts';
import type { Taken, Target } from '../../workloads/workload.ts';

const taken = (ours: number[], reference: number[], target: Target): Taken => ({
  workload: {
    name: 'many-groups',
    title: 'small & <quick>',
    figures: [{ name: 'sends', unit: '/s', value: 'sends', targets: [target] }],
  },
  rounds: {
    'Vibe Chat': ours.map((sends) => ({ sends })),
    'bare ws': reference.map((sends) => ({ sends })),
  },
});
const atLeast = (ours: number[], reference: number[]): Taken =>
  taken(ours, reference, { beside: 'bare ws', atLeast: 1.2 });

test('a ratio is of one round, and the median of the rounds decides', () => {
  const [judged] = judge([atLeast([120, 300, 10], [100, 100, 100])]);
  expect(judged?.ratios).toEqual([1.2, 3, 0.1]);
  expect(judged?.isMet).toBe(true);
  expect(judge([atLeast([119, 300, 10], [100, 100, 100])])[0]?.isMet).toBe(false);
});

test('a limit alone is for our own figure', () => {
  const alone = (value: number) => judge([taken([value], [500], { beside: null, atMost: 1 })])[0];
  expect(alone(0.9)?.isMet).toBe(true);
  expect(alone(1.1)?.isMet).toBe(false);
});

test('what was not measured meets nothing, and is not called missed', () => {
  const unknown = judge([taken([Number.NaN], [Number.NaN], { beside: 'bare ws', atMost: 9 })]);
  expect(toTable(unknown)).toMatch(/\| sends \| {2}\| bare ws \| {2}\| {2}\| ≤ 9 × \| not measured \|$/);
  expect(toChart(unknown)).not.toContain('NaN');
  expect(judge([taken([Number.NaN], [1], { beside: 'bare ws', atMost: 9 })])[0]?.isMet).toBe(false);
  expect(judge([taken([1], [1], { beside: 'nobody', atMost: 9 })])[0]?.isMet).toBe(false);
});

test('the table has both medians, the ratio with its spread, and the verdict', () => {
  const rows = toTable(
    judge([
      atLeast([1_234, 1_300, 1_200], [1_000, 1_000, 1_000]),
      taken([1.25], [1], { beside: null, atMost: 1 }),
    ]),
  );
  expect(rows.split('\n').slice(2)).toEqual([
    '| many-groups: small & <quick> | sends | 1,230 /s | bare ws | 1,000 /s | 1.23 (1.20–1.30) × | ≥ 1.2 × | met |',
    '| many-groups: small & <quick> | sends | 1.25 /s |  |  |  | ≤ 1 | **missed** |',
  ]);
});

test('in the chart a target that is just met reaches the line, whichever way it points', () => {
  const [more] = judge([taken([120], [100], { beside: 'bare ws', atLeast: 1.2 })]);
  const [less] = judge([taken([50], [100], { beside: 'bare ws', atMost: 1 })]);
  expect(more && reachedOf(more)).toBeCloseTo(1);
  expect(less && reachedOf(less)).toBeCloseTo(2);
  const [unmeasured] = judge([taken([Number.NaN], [1], { beside: 'bare ws', atMost: 1 })]);
  expect(unmeasured && reachedOf(unmeasured)).toBe(0);
});

test('the chart is well-formed, with a bar for each target', () => {
  const chart = toChart(judge([atLeast([120], [100]), atLeast([500], [100])]));
  expect(chart.match(/<rect x=/g)).toHaveLength(2);
  expect(chart).toContain('small &amp; &lt;quick>');
  expect(chart).not.toMatch(/NaN|undefined/);
});

test('a target without a limit is in the table to be seen, and not in the chart', () => {
  const seen = judge([taken([3], [2], { beside: 'bare ws' })]);
  expect(toTable(seen)).toMatch(/\| 1\.50 \(1\.50–1\.50\) × \| {2}\| {2}\|$/);
  expect(toChart(seen).match(/<rect x=/g)).toBeNull();
});
