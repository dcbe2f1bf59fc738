import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RateWindows } from '../src/limits/rate-windows.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('each has their own points, from their first use to the end of its window', () => {
  const windows = new RateWindows({ points: 2, seconds: 10 });
  expect([windows.use('ana'), windows.use('ana')]).toEqual([0, 0]);
  vi.advanceTimersByTime(4_000);
  expect(windows.use('ana')).toBe(6_000);
  expect(windows.use('leo')).toBe(0);
  vi.advanceTimersByTime(5_999);
  expect(windows.use('ana')).toBe(1);
  vi.advanceTimersByTime(1);
  expect([windows.use('ana'), windows.use('ana'), windows.use('ana')]).toEqual([0, 0, 10_000]);
});

test('whose window has ended is forgotten', () => {
  const windows = new RateWindows({ points: 1, seconds: 1 });
  for (let person = 0; person < 1_000; person += 1) windows.use(person);
  expect(windows.size).toBe(1_000);
  vi.advanceTimersByTime(1_000);
  windows.use('another');
  expect(windows.size).toBe(1);
});
