import { expect, test } from 'vitest';
import { Content, freeText, limits, SendMessageInput } from '../src/index.ts';

const problemsOf = (text: unknown) =>
  Content.safeParse(text).error?.issues.map((issue) => issue.message) ?? [];

test('P11: text comes back as it was given: neither trimmed nor normalised', () => {
  const strings = [
    '  spaces  ',
    'e\u0301 is not \u00e9',
    '\u200bzero width',
    '‮right to left',
    '👩‍👩‍👧‍👦',
    '\ttabs\n\n',
  ];
  for (const string of strings) expect(Content.parse(string)).toBe(string);
});

test('blank text is refused by name', () => {
  for (const blank of ['', ' ', '\n\t', '\u00a0\u2003\ufeff']) {
    expect(problemsOf(blank)).toContain('content must not be blank');
  }
});

test('the limit counts characters as people do, not UTF-16 units', () => {
  expect(problemsOf('👍'.repeat(limits.contentChars))).toEqual([]);
  expect(problemsOf('👍'.repeat(limits.contentChars + 1))).toEqual([
    'content must be at most 10,000 characters long',
  ]);
  expect(problemsOf('x'.repeat(limits.contentChars + 1))).toHaveLength(1);
});

test('a flood of combining characters counts in full', () => {
  expect(problemsOf(`Z${'\u0336'.repeat(limits.contentChars)}`)).toHaveLength(1);
});

test('P11: NUL is refused by name', () => {
  expect(problemsOf('a\0b')).toEqual(['content must not contain the NUL character']);
});

test('P11: half of a surrogate pair is refused by name', () => {
  const problem = 'content must be well-formed Unicode, but it has half of a surrogate pair';
  expect(problemsOf('a\ud83d')).toEqual([problem]);
  expect(problemsOf('\udc4d')).toEqual([problem]);
});

test('free text may be blank', () => {
  expect(freeText('query', 10).parse('')).toBe('');
});

test('an input names the field that is wrong', () => {
  const result = SendMessageInput.safeParse({ conversationId: 0, clientId: 'x', content: 'hi' });
  expect(result.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
    ['conversationId', 'conversationId must be at least 1'],
    ['clientId', 'clientId must be a UUID'],
  ]);
});
