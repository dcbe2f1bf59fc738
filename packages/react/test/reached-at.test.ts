import type { Receipt } from '@vibe/contract';
import { expect, test } from 'vitest';
import { reachedAt } from '../src/message-actions/reached-at.ts';

const receipt: Receipt = {
  conversationId: 7,
  userId: 2,
  deliveredSeq: 5,
  deliveredAt: '2026-01-01T10:00:00.000Z',
  readSeq: 4,
  readAt: '2026-01-01T09:00:00.000Z',
};
const at = (seq: number, step: 'delivered' | 'read') => reachedAt({ receipts: [receipt] }, { seq }, 2, step);

test('the time of a step is known for the message that it reached', () => {
  expect(at(5, 'delivered')).toBe(receipt.deliveredAt);
  expect(at(4, 'read')).toBe(receipt.readAt);
});

test('for messages before, it would be a later one’s time, and is not told', () => {
  expect(at(4, 'delivered')).toBeNull();
  expect(at(3, 'read')).toBeNull();
});

test('it is not told of messages not reached, and of strangers', () => {
  expect(at(5, 'read')).toBeNull();
  expect(reachedAt({ receipts: [receipt] }, { seq: 4 }, 9, 'read')).toBeNull();
});
