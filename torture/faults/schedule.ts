import type { Random } from '../random.ts';
import { allFaults, type FaultName } from './all-faults.ts';

/** One fault that is to come. */
export interface Due {
  /** When, in ms from the beginning. */
  atMs: number;
  name: FaultName;
  lastsMs: number;
  /** What its own chance is named by. */
  id: string;
}

export interface ScheduleOptions {
  names: readonly FaultName[];
  lastsMs: number;
  /** From one fault to the next, on average. */
  betweenMs: number;
  random: Random;
}

/** What goes wrong and when: the same of the same seed. Each kind comes once before one comes again. */
export function makeSchedule({ names, lastsMs, betweenMs, random }: ScheduleOptions): Due[] {
  const schedule: Due[] = [];
  let left: FaultName[] = [];
  for (
    let atMs = random.between(0, betweenMs);
    atMs < lastsMs;
    atMs += random.between(0.5, 1.5) * betweenMs
  ) {
    if (left.length === 0) left = random.some(names, names.length);
    const name = left.pop();
    if (!name) break;
    // None lasts more than a quarter of the whole.
    const longestMs = Math.min(allFaults[name].longestS * 1_000, lastsMs / 4);
    schedule.push({
      atMs,
      name,
      lastsMs: random.between(longestMs / 10, longestMs),
      id: `fault ${schedule.length}`,
    });
  }
  return schedule;
}
