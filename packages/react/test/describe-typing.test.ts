import { expect, test } from 'vitest';
import { describeTyping } from '../src/chat-window/describe-typing.ts';
import { withTextChanges } from '../src/text/text.ts';

const line = (names: string[], isGroup = true) => describeTyping(names, isGroup, withTextChanges());

test('nobody types', () => {
  expect(line([])).toBeNull();
});

test('in a direct conversation it needs no name', () => {
  expect(line(['Ana Souza'], false)).toBe('typing…');
});

test('a group names one or two, by first names, and no more', () => {
  expect(line(['Ana Souza'])).toBe('Ana is typing…');
  expect(line(['Ana Souza', '田中 ゆき'])).toBe('Ana and 田中 are typing…');
  expect(line(['Ana Souza', 'Leo Fischer', 'Jonas Lindqvist'])).toBe('Several people are typing…');
});
