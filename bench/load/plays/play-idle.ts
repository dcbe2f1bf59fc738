import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes } from '../../process/usage.ts';
import type { Crowd } from '../crowd.ts';
import type { IdlePlay, Values } from '../job.ts';
import { startStopwatch } from './stopwatch.ts';

export async function playIdle(crowd: Crowd, play: IdlePlay, serverPids: number[]): Promise<Values> {
  const before = residentBytes(serverPids);
  await crowd.connect(true);
  await sleep(play.settleMs);
  const stop = startStopwatch(serverPids, crowd.ledger);
  await sleep(play.settleMs);
  const lap = stop();
  const grown = residentBytes(serverPids) - before;
  await crowd.check();
  return {
    kibPerConnection: grown / 1_024 / crowd.clients.length,
    idleServerShare: lap.serverCpuSeconds / lap.seconds,
  };
}
