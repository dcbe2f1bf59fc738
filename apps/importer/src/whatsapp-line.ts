import type { WrittenDate } from './date-order.ts';
import { dayPeriod, hourOfDay } from './day-period.ts';
import { DIRECTION_MARK } from './direction-marks.ts';

/** The first line of a message: `31.12.24, 21:05 - text` (dash), `[31/12/2024, 21:05:09] text` (bracket) … */
export interface WhatsAppLine {
  /** How the line is laid out; the same for all messages of one export. */
  readonly style: string;
  readonly date: WrittenDate;
  /** Milliseconds since midnight, on the wall clock of whoever exported the chat. */
  readonly timeOfDayMs: number;
  /** All that follows the time: the author, where there is one, and the message. */
  readonly text: string;
}

// Bounded, so that no line takes long to refuse.
const MARKS = `${DIRECTION_MARK}{0,4}`;
const DIGIT = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef]';
const DATE = `(${DIGIT}{1,4})${MARKS}([./-] ?)${MARKS}(${DIGIT}{1,2})${MARKS}\\3${MARKS}(${DIGIT}{1,4})`;
const TIME = `(${DIGIT}{1,2})[:.](${DIGIT}{2})(?:[:.](${DIGIT}{2}))?`;
const WORDS = '[^\\d\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\]]';
// The s flag lets the rest contain U+2028, at which a dot would stop.
const LINE = new RegExp(
  `^${MARKS}(\\[?)${MARKS}${DATE}(${WORDS}{1,14}?)${TIME}(${WORDS}{0,12}?)(\\]|\\s[-–](?=\\s|$)|:(?=\\s))\\s?(.*)$`,
  'su',
);

/** Only the iPhone puts date and time in brackets. */
export function isIphoneLine(style: string): boolean {
  return style.startsWith(']');
}

/** Reads a line that begins a message; null for every other line. */
export function readWhatsAppLine(line: string): WhatsAppLine | null {
  const [, bracket, first = '', separator = '', second = '', third = '', before = '', ...rest] =
    LINE.exec(line) ?? [];
  const [hour = '', minute = '', seconds = '0', after = '', end = '', text = ''] = rest;
  const timeOfDayMs = millisecondsSinceMidnight(
    number(hour),
    number(minute),
    number(seconds),
    before + after,
  );
  if (timeOfDayMs === null || (bracket === '[') !== (end === ']')) return null;
  return {
    style: `${end.trim()} ${separator.trim()}`,
    date: {
      written: `${first}${separator}${second}${separator}${third}`,
      parts: [number(first), number(second), number(third)],
      year: yearPosition(first, third),
      yearMayLead: separator === '-' || separator.endsWith(' '),
    },
    timeOfDayMs,
    text,
  };
}

function yearPosition(first: string, third: string): WrittenDate['year'] {
  if (first.length > 2) return 'first';
  return third.length > 2 ? 'last' : 'unknown';
}

function millisecondsSinceMidnight(
  hour: number,
  minute: number,
  second: number,
  words: string,
): number | null {
  const period = dayPeriod(words);
  if (period === null || !(hour < 24 && minute < 60 && second < 60)) return null;
  return ((hourOfDay(hour, period) * 60 + minute) * 60 + second) * 1000;
}

/** Reads Western, Arabic, Persian, Devanagari and Bengali digits; NaN for none. */
function number(digits: string): number {
  if (digits === '') return Number.NaN;
  return Number(digits.replace(/\D/g, (digit) => String(digitValue(digit.charCodeAt(0)))));
}

/** Those scripts' zeros are at a code ending in 0 (Arabic, Persian) or in 6 (Devanagari, Bengali). */
function digitValue(code: number): number {
  return code < 0x900 ? code & 0xf : (code & 0xf) - 6;
}
