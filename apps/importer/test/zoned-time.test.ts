import { describe, expect, test } from 'vitest';
import { isTimeZone, wallClock } from '../src/zoned-time.ts';

function reading(clock: ReturnType<typeof wallClock>, wall: string, notBefore = '2000-01-01T00:00:00Z') {
  return clock(Date.parse(`${wall}Z`), Date.parse(notBefore)).toISOString();
}

test.each([
  ['UTC', '2024-07-01T12:00', '2024-07-01T12:00:00.000Z'],
  ['Europe/Berlin', '2024-01-01T12:00', '2024-01-01T11:00:00.000Z'],
  ['Europe/Berlin', '2024-07-01T12:00', '2024-07-01T10:00:00.000Z'],
  ['America/New_York', '2024-12-31T21:05', '2025-01-01T02:05:00.000Z'],
  ['Asia/Kolkata', '2024-01-01T00:00', '2023-12-31T18:30:00.000Z'],
  ['Australia/Lord_Howe', '2024-07-01T12:00', '2024-07-01T01:30:00.000Z'],
  ['Pacific/Apia', '2011-12-31T12:00', '2011-12-30T22:00:00.000Z'],
])('in %s, %s is %s', (zone, wall, instant) => {
  expect(reading(wallClock(zone), wall)).toBe(instant);
});

describe('around a change of the clock', () => {
  const clock = wallClock('America/New_York');

  test('the hours before and after it are ordinary', () => {
    expect(reading(clock, '2024-03-10T01:59:59')).toBe('2024-03-10T06:59:59.000Z');
    expect(reading(clock, '2024-03-10T03:00:00')).toBe('2024-03-10T07:00:00.000Z');
    expect(reading(clock, '2024-11-03T00:59:59')).toBe('2024-11-03T04:59:59.000Z');
    expect(reading(clock, '2024-11-03T02:00:00')).toBe('2024-11-03T07:00:00.000Z');
  });

  test('a reading that the clock skipped goes on from before', () => {
    expect(reading(clock, '2024-03-10T02:30')).toBe('2024-03-10T07:30:00.000Z');
  });

  test('a reading that it showed twice is the first, until the hour has begun again', () => {
    expect(reading(clock, '2024-11-03T01:50', '2024-11-03T05:10:00Z')).toBe('2024-11-03T05:50:00.000Z');
    expect(reading(clock, '2024-11-03T01:10', '2024-11-03T05:50:00Z')).toBe('2024-11-03T06:10:00.000Z');
    expect(reading(clock, '2024-11-03T01:20', '2024-11-03T06:10:00Z')).toBe('2024-11-03T06:20:00.000Z');
  });

  test('a reading that is before the message before in any case is the first', () => {
    expect(reading(clock, '2024-11-03T01:10', '2024-11-03T09:00:00Z')).toBe('2024-11-03T05:10:00.000Z');
  });
});

test('only time zones that exist are time zones', () => {
  expect(['Europe/Lisbon', 'UTC', 'Lisbon', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
