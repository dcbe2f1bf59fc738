import { expect, test } from 'vitest';
import { faultNames } from '../faults/all-faults.ts';
import { makeSchedule } from '../faults/schedule.ts';
import { createRandom } from '../random.ts';

const scheduleOf = (seed: number) =>
  makeSchedule({ names: faultNames, lastsMs: 120_000, betweenMs: 4_000, random: createRandom(seed) });

test('the same seed gives the same schedule, another seed another', () => {
  expect(scheduleOf(7)).toEqual(scheduleOf(7));
  expect(scheduleOf(7)).not.toEqual(scheduleOf(8));
});

test('in the short form each kind of fault comes', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const names = new Set(scheduleOf(seed).map(({ name }) => name));
    expect(names).toEqual(new Set(faultNames));
  }
});
