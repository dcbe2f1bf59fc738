import { expect, test } from 'vitest';
import { titleOf } from '../src/page-title/title-of.ts';

test.each([
  [{}, 'Vibe Chat'],
  [{ unread: 3 }, '(3) Vibe Chat'],
  [{ unread: 1_000 }, '(999+) Vibe Chat'],
  [{ page: 'Settings' }, 'Settings · Vibe Chat'],
  [{ unread: 3, page: 'Settings' }, '(3) Settings · Vibe Chat'],
])('%j', (said, title) => {
  expect(titleOf(said)).toBe(title);
});
