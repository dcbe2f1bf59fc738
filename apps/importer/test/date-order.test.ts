import { expect, test } from 'vitest';
import type { WrittenDate } from '../src/date-order.ts';
import { AmbiguousDateOrderError, ContradictoryDateOrderError } from '../src/date-order-errors.ts';
import { decideDateOrder } from '../src/decide-date-order.ts';
import { readWhatsAppLine } from '../src/whatsapp-line.ts';

function sample(written: string, index: number) {
  const date: WrittenDate | undefined = readWhatsAppLine(`${written}, 10:00 - x`)?.date;
  if (!date) throw new Error(`${written} is no date`);
  return { date, lineNumber: index + 1 };
}

function decide(dates: string, requested?: 'dmy' | 'mdy' | 'ymd') {
  return decideDateOrder(dates.split(' ').map(sample), 2027, requested);
}

test.each([
  ['31/12/24', 'dmy'],
  ['12/31/24', 'mdy'],
  ['2024-12-31', 'ymd'],
  ['24-12-31', 'ymd'],
  ['24/12/31', 'ymd'],
  ['01/02/24 02/02/24 29/02/24', 'dmy'],
  ['1/2/25 2/2/25 2/29/24', 'mdy'],
])('a part that can only be one thing decides: %s is %s', (dates, order) => {
  expect(decide(dates)).toBe(order);
});

test.each([
  ['12/01/24 01/02/24', 'dmy'],
  ['01/12/24 02/01/24', 'mdy'],
  ['11/11/2024 12/11/2024 01/12/2024', 'dmy'],
])('dates that must not go back decide: %s is %s', (dates, order) => {
  expect(decide(dates)).toBe(order);
});

test('a late message, dated a day before the one above it, rules nothing out', () => {
  expect(decide('05/04/24 04/04/24 06/04/24')).toBe('dmy');
  expect(decide('12/31/24 12/30/24 01/01/25')).toBe('mdy');
});

test('dates that go back in every order leave it open', () => {
  expect(() => decide('01/12/24 02/01/24 12/01/24 01/02/24 12/02/24 01/01/24')).toThrow(
    AmbiguousDateOrderError,
  );
});

test('the question shows a date that the orders read differently, not one that they read alike', () => {
  expect(() => decide('05/05/24 06/05/24')).toThrow(
    /Does 06\/05\/24 in line 2 mean 6 May 2024 or 5 June 2024\?/,
  );
});

test('nothing is asked if every order gives the same days', () => {
  expect(decide('05/05/24')).toBe('dmy');
});

test('two-digit years with hyphens may come first, so that is asked too', () => {
  expect(() => decide('10-11-12')).toThrow(/10 November 2012 or 11 October 2012 or 12 November 2010/);
  expect(() => decide('10/11/12')).toThrow(/10 November 2012 or 11 October 2012\?/);
});

test('what the user says goes, as long as the dates fit it', () => {
  expect(decide('03/04/24', 'dmy')).toBe('dmy');
  expect(decide('03/04/24', 'mdy')).toBe('mdy');
  expect(() => decide('03/04/24 31/12/24', 'mdy')).toThrow(/--date-order mdy .* line 2 is dated 31\/12\/24/);
  expect(() => decide('2024-12-31', 'dmy')).toThrow(ContradictoryDateOrderError);
});

test('dates that fit no common order are an error that names where', () => {
  expect(() => decide('01/02/24 31/12/24 01/03/24 12/31/24')).toThrow(
    /31\/12\/24 in line 2 and 12\/31\/24 in line 4/,
  );
});
