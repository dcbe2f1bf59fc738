import { expect, test } from 'vitest';
import { mutedUntil, muteState } from '../src/details/mute.ts';

const nowMs = Date.parse('2026-03-01T20:00:00.000Z');

test('mutes for an hour, for eight, and until it is turned on', () => {
  expect(mutedUntil('hour', nowMs)).toBe('2026-03-01T21:00:00.000Z');
  expect(mutedUntil('eightHours', nowMs)).toBe('2026-03-02T04:00:00.000Z');
  expect(muteState(mutedUntil('always', nowMs), nowMs)).toBe('always');
});

test('it is muted until then, and not any longer', () => {
  const until = '2026-03-01T21:00:00.000Z';
  expect(muteState(until, nowMs)).toEqual({ until });
  expect(muteState(until, Date.parse(until))).toBeNull();
  expect(muteState(null, nowMs)).toBeNull();
});
