import { expect, test } from 'vitest';
import { withFigures } from '../../web/report/performance-doc.ts';
import { median, percentile } from '../../web/report/statistics.ts';
import { toTable } from '../../web/report/table.ts';
import { verdictOf } from '../../web/report/verdict.ts';
import type { Figure, Taken } from '../../web/stages/figure.ts';

const figure: Figure = { name: 'Key press', unit: 'ms', limit: 50, judgedBy: 'median' };
const taken = (ours: number[], changes: Partial<Figure> = {}): Taken => ({
  figure: { ...figure, ...changes },
  ours,
  plain: [200],
});

test('a median lies in the middle, or between the two that do', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 20, 30])).toBe(25);
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, 95)).toBe(95);
  expect(percentile([7], 95)).toBe(7);
  expect(() => percentile([], 95)).toThrow('nothing was measured');
});

test('a limit on the median forgives one bad round, a limit on the worst does not', () => {
  expect(verdictOf(taken([40, 50, 900]))).toBe('kept');
  expect(verdictOf(taken([40, 50, 900], { judgedBy: 'worst' }))).toBe('missed');
  expect(verdictOf(taken([51]))).toBe('missed');
  expect(verdictOf(taken([900], { limit: null }))).toBe('not judged');
});

test('the table shows the median, the spread where there is one, and the verdict', () => {
  expect(
    toTable([taken([48.24, 40, 61]), taken([1_234], { limit: null })])
      .split('\n')
      .slice(2),
  ).toEqual([
    '| Key press | 50 ms | 48.2 ms (40–61) | 200 ms | ✓ |',
    '| Key press |  | 1,234 ms | 200 ms |  |',
  ]);
});

test('new figures take the place of the old ones, and of nothing else', () => {
  const text = 'before\n<!-- bench:web -->\nold\n<!-- /bench:web -->\nafter\n';
  const once = withFigures(text, 'new');
  expect(once).toBe('before\n<!-- bench:web -->\n\nnew\n\n<!-- /bench:web -->\nafter\n');
  expect(withFigures(once, 'new')).toBe(once);
  expect(() => withFigures('no marks', 'new')).toThrow('docs/performance.md has no');
});
