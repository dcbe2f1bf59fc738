import { expect, test } from 'vitest';
import type { Contender } from '../contenders/contender.ts';
import { bareGroupCommit, bareHistory, bareWs, socketIo, trpcDocumented } from '../contenders/reference.ts';
import { ours, vibeChat } from '../contenders/vibe-chat.ts';
import { playOn } from '../workloads/play-on.ts';
import { writesAlone } from '../workloads/writes-alone.ts';
import { startDeployment } from '../world/deployment.ts';

const shape = { people: 20, groupSize: 10, groupsPerPerson: 1 };
const window = { warmUpMs: 100, measureMs: 500 };
const play = { kind: 'closed', inFlight: 4, isDelivered: true, pauseMs: 0, ...window } as const;

// One after the other, on one Postgres: each of them throws when a delivery is missing, doubled or out of order.
test('every server is understood, and delivers what it is sent', async () => {
  await using deployment = await startDeployment(null);
  const sendsOn = async (contender: Contender) =>
    (await playOn(contender, shape, play).measure(deployment)).sendsPerSecond;
  for (const contender of [ours, bareWs, bareGroupCommit, bareHistory, socketIo, trpcDocumented]) {
    expect(await sendsOn(contender), contender.name).toBeGreaterThan(0);
  }
  expect(await sendsOn(vibeChat(2))).toBeGreaterThan(0);

  const pace = { isQuick: true, rounds: 1, ...window };
  for (const { sides } of writesAlone(pace)) {
    for (const side of sides) expect((await side.measure(deployment)).sendsPerSecond).toBeGreaterThan(0);
  }
  const storm = { people: 22, groupSize: 11, groupsPerPerson: 1 };
  for (const contender of [ours, bareHistory]) {
    const side = playOn(contender, storm, ({ databaseUrl }) => ({ kind: 'storm', missed: 7, databaseUrl }));
    const values = await side.measure(deployment);
    expect(values.secondsToCaughtUp, contender.name).toBeGreaterThan(0);
    expect(values.queriesPerClient, contender.name).toBeGreaterThan(0);
  }
}, 300_000);
