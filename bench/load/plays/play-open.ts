import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../report/statistics.ts';
import type { Crowd } from '../crowd.ts';
import type { OpenPlay, Values } from '../job.ts';
import { startBustle } from './bustle.ts';
import { randomMoments } from './random-moments.ts';
import { startStopwatch } from './stopwatch.ts';

const settleMs = 500;

/** A latency counts from the moment at which the send was due: a server that is late does not make its senders wait. */
export async function playOpen(crowd: Crowd, play: OpenPlay, serverPids: number[]): Promise<Values> {
  const { ledger, conversationIds } = crowd;
  await crowd.connect(true);
  await sleep(settleMs);
  let latencies: number[] = [];
  using bustle = play.isBustling ? startBustle(crowd) : null;
  crowd.plays = {
    onAcked() {},
    onComplete() {},
    onDelivered(send, reader) {
      latencies.push(performance.now() - ledger.sentAt(send));
      bustle?.saw(reader);
    },
  };
  const sendFor = async (ms: number, seed: number): Promise<void> => {
    const beganAt = performance.now();
    for (const { atMs, pick } of randomMoments(play.perSecond, ms, seed)) {
      // Timers are late by up to a millisecond, which would be most of what is measured here.
      while (performance.now() < beganAt + atMs) await nextTurn();
      const conversationId = conversationIds[Math.floor(pick * conversationIds.length)] ?? 0;
      crowd.send(conversationId, beganAt + atMs);
    }
  };
  await sendFor(play.warmUpMs, 1);
  latencies = [];
  const calls = bustle?.calls ?? 0;
  const stop = startStopwatch(serverPids, ledger);
  await sendFor(play.measureMs, 2);
  const lap = stop();
  const callsPerSecond = ((bustle?.calls ?? 0) - calls) / lap.seconds;
  await crowd.check();
  return {
    deliveredMsP50: percentile(latencies, 50),
    deliveredMsP99: percentile(latencies, 99),
    callsPerSecond,
    serverShare: lap.serverCpuSeconds / lap.seconds,
  };
}
