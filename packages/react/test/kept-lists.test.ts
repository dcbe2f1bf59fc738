import { expect, it } from 'vitest';
import { type KeptList, keepList } from '../src/message-list/kept-lists.ts';

const keepAll = (...ids: number[]) => ids.reduce(keepList, [] as readonly KeptList[]);
const idsOf = (lists: readonly KeptList[]) => lists.map(({ conversationId }) => conversationId);

it('keeps those that were shown in the order in which they came', () => {
  expect(idsOf(keepAll(3, 1, 2))).toEqual([3, 1, 2]);
});

it('moves none for being shown again', () => {
  expect(idsOf(keepAll(3, 1, 2, 1, 3))).toEqual([3, 1, 2]);
});

it('gives up the one that was shown longest ago', () => {
  expect(idsOf(keepAll(1, 2, 3, 4, 5, 6))).toEqual([2, 3, 4, 5, 6]);
  expect(idsOf(keepAll(1, 2, 3, 4, 5, 1, 6))).toEqual([1, 3, 4, 5, 6]);
});
