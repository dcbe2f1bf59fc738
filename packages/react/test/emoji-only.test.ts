import { expect, test } from 'vitest';
import { isEmojiOnly } from '../src/message-list/emoji-only.ts';

test.each([
  '👋',
  '👍🏽',
  '🎉🎉🎉',
  ' 👍 👍 ',
  '🇩🇪🇫🇷',
  '👨‍👩‍👧‍👦',
  '👨🏽‍👩🏽‍👧🏽‍👦🏽👨🏽‍👩🏽‍👧🏽‍👦🏽👨🏽‍👩🏽‍👧🏽‍👦🏽',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '❤️',
  '❤',
  '1️⃣',
  '#️⃣',
  '🏳️‍🌈\n🧑‍💻',
])('%s alone is shown large', (text) => {
  expect(isEmojiOnly(text)).toBe(true);
});

test.each([
  '',
  ' ',
  '1',
  '#',
  '*',
  '12',
  '©',
  'a👋',
  '👋!',
  '👋👋👋👋',
  '🎉 ok',
  '…',
  '\u200b',
  '👋'.repeat(200),
])('“%s” is text like any other', (text) => {
  expect(isEmojiOnly(text)).toBe(false);
});
