import { expect, test } from 'vitest';
import { toTable } from '../../web/report/table.ts';
import { verdictOf } from '../../web/report/verdict.ts';
import type { Figure, Taken } from '../../web/stages/figure.ts';

const figure: Figure = { name: 'Key press', unit: 'ms', limit: 50, judgedBy: 'median' };
const taken = (ours: number[], changes: Partial<Figure> = {}): Taken => ({
  figure: { ...figure, ...changes },
  ours,
  plain: [200],
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
