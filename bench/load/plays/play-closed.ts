import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile } from '../../report/statistics.ts';
import type { Crowd } from '../crowd.ts';
import type { ClosedPlay, Values } from '../job.ts';
import { walPosition } from './count-wal.ts';
import { startStopwatch } from './stopwatch.ts';

/** After the last `started`: the stock adapter says it before the generator behind it listens. */
const settleMs = 500;

export async function playClosed(
  crowd: Crowd,
  play: ClosedPlay,
  serverPids: number[],
  databaseUrl: string,
): Promise<Values> {
  const { ledger, conversationIds } = crowd;
  await crowd.connect(play.isDelivered);
  await sleep(settleMs);

  let isOver = false;
  let turn = 0;
  let sends = 0;
  let ackMs: number[] = [];
  const next = (): void => {
    if (isOver) return;
    turn += 1;
    crowd.send(conversationIds[turn % conversationIds.length] ?? 0, performance.now());
  };
  crowd.plays = {
    onDelivered() {},
    onAcked: (send) => void ackMs.push(performance.now() - ledger.sentAt(send)),
    onComplete() {
      sends += 1;
      if (play.pauseMs === 0) next();
      else setTimeout(next, play.pauseMs);
    },
  };
  for (let place = 0; place < play.inFlight; place += 1) next();
  await sleep(play.warmUpMs);
  const walBefore = await walPosition(databaseUrl);
  const before = sends;
  ackMs = [];
  const stop = startStopwatch(serverPids, ledger);
  await sleep(play.measureMs);
  const lap = stop();
  const acks = ackMs;
  ackMs = [];
  const sendsPerSecond = (sends - before) / lap.seconds;
  const walBytesPerSend = ((await walPosition(databaseUrl)) - walBefore) / (sends - before);
  isOver = true;
  await crowd.check();
  return {
    sendsPerSecond,
    walBytesPerSend,
    ackMsMedian: median(acks),
    ackMsP99: percentile(acks, 99),
    serverShare: lap.serverCpuSeconds / lap.seconds,
    generatorShare: lap.generatorShare,
    ...(lap.deliveries > 0 && {
      deliveriesPerCpuSecond: lap.deliveries / lap.serverCpuSeconds,
      cpuMicrosPerDelivery: (lap.serverCpuSeconds / lap.deliveries) * 1e6,
    }),
  };
}
