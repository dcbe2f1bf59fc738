import { expect, test } from 'vitest';
import { steadyShift } from '../src/conversation-list/steady-place.ts';

const before = [1, 2, 3, 4, 5, 6, 7, 8];
/** Of those rows, the fifth to the eighth are seen. */
const shift = (after: number[]) => steadyShift(before, after, 4, 7);

test('what is seen stays when a row below or above comes to the top', () => {
  expect(steadyShift(before, [8, 1, 2, 3, 4, 5, 6, 7], 2, 5)).toBe(1);
  expect(steadyShift(before, [2, 1, 3, 4, 5, 6, 7, 8], 4, 7)).toBe(0);
});

test('the rest of what is seen stays when one of it goes to the top', () => {
  expect(shift([5, 1, 2, 3, 4, 6, 7, 8])).toBe(0);
  expect(shift([7, 1, 2, 3, 4, 5, 6, 8])).toBe(1);
});

test('what is seen stays when rows come or go above it', () => {
  expect(shift([9, 1, 2, 3, 4, 5, 6, 7, 8])).toBe(1);
  expect(shift([3, 4, 5, 6, 7, 8])).toBe(-2);
});

test('the list is not scrolled when nothing of what is seen is there any more', () => {
  expect(shift([1, 2, 3, 4])).toBe(0);
  expect(shift([])).toBe(0);
});
