import { crashUnacked } from './crash-unacked.ts';
import { cutInside } from './cut-inside.ts';
import { cutLines } from './cut-lines.ts';
import { delayNotices } from './delay-notices.ts';
import type { Fault } from './fault.ts';
import { freezeLines } from './freeze-lines.ts';
import { killInstance } from './kill-instance.ts';
import { killPeople } from './kill-people.ts';
import { loseNotices } from './lose-notices.ts';
import { pausePeople } from './pause-people.ts';
import { pauseRedis } from './pause-redis.ts';
import { crashPostgres, restartPostgres } from './restart-postgres.ts';
import { skewClocks } from './skew-clocks.ts';
import { slowLines } from './slow-lines.ts';
import { splitLines } from './split-lines.ts';
import { stopRedis } from './stop-redis.ts';

/** By the names that `--faults` takes. */
export const allFaults = {
  kill: killInstance,
  'redis-stop': stopRedis,
  'redis-pause': pauseRedis,
  'bus-loss': loseNotices,
  'bus-delay': delayNotices,
  'postgres-fast': restartPostgres,
  'postgres-immediate': crashPostgres,
  cut: cutLines,
  'cut-inside': cutInside,
  'half-open': freezeLines,
  slow: slowLines,
  split: splitLines,
  'client-pause': pausePeople,
  'client-kill': killPeople,
  'client-crash': crashUnacked,
  'clock-skew': skewClocks,
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof allFaults;

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(allFaults, name);
export const faultNames = Object.keys(allFaults).filter(isFaultName);
