import { once } from 'node:events';
import { join } from 'node:path';
import type { Contender, Start } from '../contenders/contender.ts';
import { type JobInput, Outcome, type Values } from '../load/job.ts';
import { startPinned } from '../process/pinned.ts';
import type { Shape } from '../world/shape.ts';
import { roundSeconds } from './planned-seconds.ts';
import type { Side } from './workload.ts';

const loadGenerator = join(import.meta.dirname, '../load/main.ts');

type PlayInput = JobInput['play'];

/** Starts the contender for these people, lets the load generator play, and stops both. */
export const playOn = (contender: Contender, shape: Shape, play: PlayInput): Side =>
  playFrom(contender.name, (deployment) => contender.start(deployment, shape), play, shape.people);

/** The same for a server that is started in a way of its own. `people`: about how many there are. */
export const playFrom = (name: string, start: Start, play: PlayInput, people: number): Side => ({
  name,
  seconds: roundSeconds(play, people),
  async measure(deployment) {
    await using running = await start(deployment);
    const { pids: serverPids, dialect, urls, databaseUrl } = running;
    // Awaited here: else both would be stopped before it has begun.
    return await generateLoad({ dialect, urls, databaseUrl, people: running.people, serverPids, play });
  },
});

async function generateLoad(job: JobInput): Promise<Values> {
  await using generator = startPinned({ part: 'load', file: loadGenerator });
  const { child } = generator;
  const ended = once(child, 'exit').then(() => {
    throw new Error('the load generator ended without a word');
  });
  child.send(job);
  const [message] = await Promise.race([once(child, 'message'), ended]);
  const outcome = Outcome.parse(message);
  if ('failure' in outcome) throw new Error(outcome.failure);
  return outcome.values;
}
