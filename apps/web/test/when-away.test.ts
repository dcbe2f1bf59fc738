// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { whenAway } from '../src/presence/when-away.ts';

const hide = (isHidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('somebody is away while the page is hidden, and after a while without a sign of life', () => {
  const told: boolean[] = [];
  const stop = whenAway((isAway) => told.push(isAway));
  expect(told).toEqual([false]);
  hide(true);
  expect(told.at(-1)).toBe(true);
  hide(false);
  expect(told.at(-1)).toBe(false);
  vi.advanceTimersByTime(4 * 60_000);
  document.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(4 * 60_000);
  expect(told.at(-1)).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(told.at(-1)).toBe(true);
  document.dispatchEvent(new Event('pointerdown'));
  expect(told.at(-1)).toBe(false);
  stop();
  const count = told.length;
  vi.advanceTimersByTime(10 * 60_000);
  expect(told).toHaveLength(count);
});
