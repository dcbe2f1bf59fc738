import type { Values } from '../load/job.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Taken, Workload } from './workload.ts';

/** Measures all sides in each round, in the opposite order every other round, so that what else the machine does falls on all. */
export async function inPairs(workload: Workload, deployment: Deployment): Promise<Taken> {
  const { name, title, figures, sides } = workload;
  const rounds: Record<string, Values[]> = Object.fromEntries(sides.map((side) => [side.name, []]));
  for (let round = 0; round < workload.rounds; round += 1) {
    for (const side of round % 2 ? sides.toReversed() : sides) {
      rounds[side.name]?.push(await side.measure(deployment));
    }
  }
  return { workload: { name, title, figures }, rounds };
}
