import { expect, test } from 'vitest';
import { median, percentile } from '../../report/statistics.ts';

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
