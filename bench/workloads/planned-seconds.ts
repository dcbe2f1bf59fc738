import type { JobInput } from '../load/job.ts';
import type { Workload } from './workload.ts';

/** To make a database, start a server and the load generator, and stop them, on the machine of docs/performance.md when it is quiet. */
const startSeconds = 3;
/** Clients that connect with all their streams. */
const connectionsPerSecond = 500;

/** What one round of a side takes, as its windows and pauses say; what a server makes of it comes on top. */
export function roundSeconds(play: JobInput['play'], people: number): number {
  const connecting = people / connectionsPerSecond;
  switch (play.kind) {
    case 'closed':
    case 'open':
    case 'read':
      return startSeconds + connecting + 0.5 + (play.warmUpMs + play.measureMs) / 1_000;
    case 'idle':
      return startSeconds + connecting + (2 * play.settleMs) / 1_000;
    case 'storm':
      // Three pauses of two seconds, and some of them for what is missed to be sent.
      return startSeconds + 2 * connecting + 6 + people / 500;
  }
}

/** All rounds of all sides. The large data set is made but once, and does not count. */
export const plannedSeconds = (workloads: readonly Pick<Workload, 'rounds' | 'sides'>[]): number =>
  workloads.reduce(
    (sum, { rounds, sides }) => sum + rounds * sides.reduce((ofRound, { seconds }) => ofRound + seconds, 0),
    0,
  );
