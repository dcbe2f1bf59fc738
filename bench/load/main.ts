import { Crowd } from './crowd.ts';
import { Job, type Outcome, type Values } from './job.ts';
import { playClosed } from './plays/play-closed.ts';
import { playIdle } from './plays/play-idle.ts';
import { playOpen } from './plays/play-open.ts';
import { playRead } from './plays/play-read.ts';
import { playStorm } from './plays/play-storm.ts';

/** The load generator: a process of its own, on a processor of its own. It is told one job, does it, and says what came out. */
async function run(job: Job): Promise<Values> {
  const crowd = new Crowd(job.people, job.urls, job.dialect);
  const { play, serverPids, databaseUrl } = job;
  switch (play.kind) {
    case 'closed':
      return playClosed(crowd, play, serverPids, databaseUrl);
    case 'open':
      return playOpen(crowd, play, serverPids);
    case 'idle':
      return playIdle(crowd, play, serverPids);
    case 'read':
      return playRead(crowd, play, serverPids);
    case 'storm':
      return playStorm(crowd, play, serverPids, databaseUrl);
  }
}

const outcomeOf = async (job: unknown): Promise<Outcome> => {
  try {
    return { values: measured(await run(Job.parse(job))) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

/** What cannot be measured on this system is left out. */
const measured = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));

process.once('message', async (job) => {
  const outcome = await outcomeOf(job);
  process.send?.(outcome, () => process.exit(0));
});
