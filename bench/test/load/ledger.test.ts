import { expect, test } from 'vitest';
import { Ledger, type Reader } from '../../load/ledger.ts';

const conversation = 7;
const reader = (): Reader => new Map([[conversation, 0]]);

test('a send is complete when all readers have it and it is answered', () => {
  const ledger = new Ledger();
  const [ana, leo] = [reader(), reader()];
  const send = ledger.begin(conversation, 3, 0);
  expect(ledger.delivered(ana, send)).toBe(false);
  expect(ledger.acked(send)).toBe(false);
  expect(ledger.isComplete).toBe(false);
  expect(ledger.delivered(leo, send)).toBe(true);
  expect(ledger.isComplete).toBe(true);
  ledger.countMissing([ana, leo]);
  expect(ledger.problems).toEqual([]);
  expect(ledger.deliveries).toBe(2);
});

test('what comes twice is found, first to arrive or not', () => {
  const ledger = new Ledger();
  const [ana, leo] = [reader(), reader()];
  const first = ledger.begin(conversation, 2, 0);
  ledger.delivered(ana, first);
  ledger.delivered(ana, first);
  expect(ledger.problems).toEqual(['delivered twice: 0']);
  const second = ledger.begin(conversation, 2, 0);
  ledger.delivered(ana, second);
  ledger.delivered(leo, first);
  ledger.delivered(leo, first);
  expect(ledger.problems).toEqual(['delivered twice: 0', 'delivered twice: 0']);
});

test('readers of one conversation must have the same order, whichever it is', () => {
  const ledger = new Ledger();
  const [ana, leo] = [reader(), reader()];
  const [first, second] = [ledger.begin(conversation, 2, 0), ledger.begin(conversation, 2, 0)];
  ledger.delivered(ana, second);
  ledger.delivered(ana, first);
  ledger.delivered(leo, second);
  expect(ledger.problems).toEqual([]);
  const third = ledger.begin(conversation, 2, 0);
  ledger.delivered(ana, third);
  ledger.delivered(leo, third);
  expect(ledger.problems).toEqual(['out of order: 2, before 0']);
});

test('what never came is found', () => {
  const ledger = new Ledger();
  const [ana, leo] = [reader(), reader()];
  ledger.delivered(ana, ledger.begin(conversation, 2, 0));
  expect(ledger.isComplete).toBe(false);
  ledger.countMissing([ana, leo]);
  expect(ledger.problems).toEqual(['a reader lacks 1 messages of conversation 7']);
});

test('what nobody sent is found, and conversations do not mind each other', () => {
  const ledger = new Ledger();
  const both: Reader = new Map([
    [1, 0],
    [2, 0],
  ]);
  const [one, other] = [ledger.begin(1, 1, 0), ledger.begin(2, 1, 0)];
  ledger.delivered(both, other);
  ledger.delivered(both, one);
  expect(ledger.problems).toEqual([]);
  ledger.delivered(both, 99);
  ledger.acked(99);
  expect(ledger.problems).toHaveLength(2);
});
