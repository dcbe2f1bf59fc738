import { expect, test } from 'vitest';
import { noWarnings } from '../src/import-warnings.ts';
import { acceptableParts, splitAt } from '../src/message-content.ts';

const message = {
  externalId: '00000000-0000-5000-8000-000000000000',
  authorExternalId: 'x',
  kind: 'text',
  sentAt: new Date(0),
} as const;

function parts(content: string, maxChars: number) {
  const warnings = noWarnings();
  return {
    contents: [...acceptableParts({ ...message, content }, maxChars, warnings)].map((part) => part.content),
    warnings,
  };
}

test('parts are as long as may be, joined give the text again, and never cut a character in two', () => {
  const text = '👍a'.repeat(50);
  const split = splitAt(text, 7);
  expect(split.join('')).toBe(text);
  expect(split.every((part) => part.isWellFormed())).toBe(true);
  expect(split.slice(0, -1).every((part) => [...part].length === 7)).toBe(true);
});

test('a text of exactly the limit is one part', () => {
  expect(splitAt('👍'.repeat(10), 10)).toHaveLength(1);
  expect(splitAt('a'.repeat(11), 10)).toEqual(['a'.repeat(10), 'a']);
});

test('a part that would be blank is left out', () => {
  expect(parts(`${'a'.repeat(5)}${' '.repeat(12)}b`, 5).contents).toEqual(['aaaaa', '  b']);
});

test.each(['', ' \n\t', '\u200e', '\u200b\ufeff'])('content that shows nothing is empty: %j', (content) => {
  expect(parts(content, 10)).toMatchObject({ contents: ['[empty message]'], warnings: { blank: 1 } });
});

test('the first part keeps the id of the message, whatever the limit', () => {
  const ids = [...acceptableParts({ ...message, content: 'abcdef' }, 4, noWarnings())].map(
    (part) => part.externalId,
  );
  expect(ids[0]).toBe(message.externalId);
  expect(ids[1]).not.toBe(message.externalId);
});
