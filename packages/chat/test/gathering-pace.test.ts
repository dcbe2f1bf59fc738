import { beforeEach, expect, test, vi } from 'vitest';
import { gatheringPace } from '../src/gathering-pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('who asks now and then waits for nothing', () => {
  const pace = gatheringPace();
  for (let count = 0; count < 100; count++) {
    expect(pace.waitMs()).toBe(0);
    pace.sent(1);
    vi.advanceTimersByTime(50);
  }
});

test('a few in a row wait for nothing; those behind them do, and nobody once it is quiet again', () => {
  const pace = gatheringPace();
  const waits = Array.from({ length: 6 }, () => {
    const waitMs = pace.waitMs();
    vi.advanceTimersByTime(waitMs);
    pace.sent(1);
    return waitMs;
  });
  expect(waits).toEqual([0, 0, 0, 0, 50, 50]);
  vi.advanceTimersByTime(200);
  expect(pace.waitMs()).toBe(0);
});

test('where several came together, more get a moment to', () => {
  const pace = gatheringPace();
  pace.sent(4);
  expect(pace.waitMs()).toBe(20);
  vi.advanceTimersByTime(20);
  pace.sent(500);
  expect(pace.waitMs()).toBe(30);
});
