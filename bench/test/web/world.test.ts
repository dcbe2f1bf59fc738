import { expect, test } from 'vitest';
import { fromSearch, toSearch } from '../../web/pages/page-request.ts';
import { messagesOf } from '../../web/world/import-items.ts';
import { messageText } from '../../web/world/message-text.ts';

const items = [...messagesOf({ name: 'Some', letter: 'S', messages: 4_500 }, [1, 2, 3])].flat();

test('a conversation has its messages in the order of their times, each of its own', () => {
  expect(items).toHaveLength(4_500);
  expect(new Set(items.map(({ clientId }) => clientId)).size).toBe(4_500);
  const times = items.map(({ sentAt }) => sentAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(items.map(({ senderId }) => senderId))).toEqual(new Set([1, 2, 3]));
});

test('a message says where it stands, and the same at every run', () => {
  expect(items.at(-1)?.content).toMatch(/^S-4500 /);
  expect(messageText('S', 7)).toBe(messageText('S', 7));
  expect(messageText('S', 7).slice(4)).not.toBe(messageText('S', 8).slice(4));
});

test('a page reads from its address what it was asked for', () => {
  const request = { open: 3, load: [{ conversationId: 3, count: 10 }] };
  expect(fromSearch(toSearch(request))).toEqual(request);
  expect(fromSearch(toSearch({ open: 3, load: [] }))).toEqual({ open: 3, load: [] });
});
