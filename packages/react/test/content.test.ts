import { Content, limits } from '@vibe/contract';
import { expect, test } from 'vitest';
import { charsLeft, contentOf } from '../src/composer/content.ts';

test('blank lines before and space after are not sent, indentation is', () => {
  expect(contentOf('\n \n  two\n\nthree \n')).toBe('  two\n\nthree');
  expect(contentOf(' \n\t ')).toBe('');
});

test('what the server refuses by name is taken out before', () => {
  const content = contentOf('a\0b\ud83d');
  expect(content).toBe('ab\ufffd');
  expect(Content.safeParse(content).success).toBe(true);
});

test('room is told of in the last tenth, by code points', () => {
  const near = limits.contentChars * 0.9;
  expect(charsLeft('a'.repeat(near - 1))).toBeNull();
  expect(charsLeft('a'.repeat(near))).toBe(limits.contentChars - near);
  expect(charsLeft('👋'.repeat(near - 1))).toBeNull();
  expect(charsLeft('👋'.repeat(limits.contentChars))).toBe(0);
  expect(charsLeft('👋'.repeat(limits.contentChars + 3))).toBe(-3);
});
