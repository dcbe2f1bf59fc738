import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '../client.ts';
import type { Crowd } from '../crowd.ts';
import type { StormPlay, Values } from '../job.ts';
import { countQueries } from './count-queries.ts';
import { startStopwatch } from './stopwatch.ts';

/** For presence, and whatever else is told of those who went, to be over. */
const settleMs = 2_000;
const sendsInFlight = 50;

export async function playStorm(
  crowd: Crowd,
  play: StormPlay,
  serverPids: number[],
  databaseUrl: string,
): Promise<Values> {
  await crowd.connect(true);
  await sleep(settleMs);
  // One each, so that everyone has a place to go on from.
  await send(crowd, 1);
  await crowd.check();
  const leaving = allButOneOfEach(crowd.clients);
  await Promise.all(leaving.map((client) => client.cut()));
  await sleep(settleMs);
  await send(crowd, play.missed);
  await sleep(settleMs);

  await using queries = await countQueries(databaseUrl);
  const stop = startStopwatch(serverPids, crowd.ledger);
  await crowd.connect(true, leaving, leaving.length);
  await crowd.check();
  const lap = stop();
  return {
    secondsToCaughtUp: lap.seconds,
    queriesPerClient: (await queries.sinceBegin()) / leaving.length,
    serverCpuMsPerClient: (lap.serverCpuSeconds * 1_000) / leaving.length,
  };
}

/** So many to each conversation. Resolves when whoever is there has them. */
async function send(crowd: Crowd, count: number): Promise<void> {
  let turn = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const total = count * crowd.conversationIds.length;
  let answered = 0;
  const next = (): void => {
    if (turn >= total) return;
    crowd.send(crowd.conversationIds[turn % crowd.conversationIds.length] ?? 0, performance.now());
    turn += 1;
  };
  crowd.plays = {
    onDelivered() {},
    onComplete() {},
    onAcked() {
      answered += 1;
      if (answered === total) resolve();
      else next();
    },
  };
  for (let place = 0; place < sendsInFlight; place += 1) next();
  await promise;
}

function allButOneOfEach(clients: readonly Client[]): Client[] {
  const kept = new Set<number>();
  return clients.filter(({ person: { conversationIds } }) => {
    const isNeeded = conversationIds.some((id) => !kept.has(id));
    for (const id of conversationIds) kept.add(id);
    return !isNeeded;
  });
}
