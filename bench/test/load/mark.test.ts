import { expect, test } from 'vitest';
import { markedText, numberAt, sendIn } from '../../load/mark.ts';

test('the send that a frame is about is found wherever its text stands', () => {
  expect(sendIn(Buffer.from(`{"id":3,"content":"${markedText(120)}"}`))).toBe(120);
  expect(sendIn(Buffer.from(markedText(0)))).toBe(0);
  expect(sendIn(Buffer.from('{"id":3,"type":"started"}'))).toBe(-1);
});

test('a number ends where its digits do', () => {
  expect(numberAt(Buffer.from('{"id":42,"result"'), 6)).toBe(42);
  expect(numberAt(Buffer.from('{"id":null'), 6)).toBe(-1);
  expect(numberAt(Buffer.from('7'), 0)).toBe(7);
});
