import { once } from 'node:events';
import { join } from 'node:path';
import type { Contender, Running } from '../contenders/contender.ts';
import { type JobInput, Outcome, type Values } from '../load/job.ts';
import { startPinned } from '../process/pinned.ts';
import type { Shape } from '../world/shape.ts';
import type { Side } from './workload.ts';

const loadGenerator = join(import.meta.dirname, '../load/main.ts');

type PlayInput = JobInput['play'];

/** Starts the contender for these people, lets the load generator play, and stops both. */
export const playOn = (
  contender: Contender,
  shape: Shape,
  play: PlayInput | ((running: Running) => PlayInput | Promise<PlayInput>),
): Side => ({
  name: contender.name,
  async measure(deployment) {
    await using running = await contender.start(deployment, shape);
    const { dialect, urls, pids: serverPids, people } = running;
    const played = typeof play === 'function' ? await play(running) : play;
    // Awaited here: else both would be stopped before it has begun.
    return await generateLoad({ dialect, urls, serverPids, people, play: played });
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
