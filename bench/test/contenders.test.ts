import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Contender } from '../contenders/contender.ts';
import { bareGroupCommit, bareHistory, bareWs, socketIo, trpcDocumented } from '../contenders/reference.ts';
import { ours, vibeChat } from '../contenders/vibe-chat.ts';
import { conversationList } from '../workloads/conversation-list.ts';
import { growth } from '../workloads/growth.ts';
import { history } from '../workloads/history.ts';
import { playOn } from '../workloads/play-on.ts';
import { writesAlone } from '../workloads/writes-alone.ts';
import { startDeployment } from '../world/deployment.ts';

const shape = { people: 20, groupSize: 10, groupsPerPerson: 1 };
const window = { warmUpMs: 100, measureMs: 500 };
const pace = { isQuick: true, rounds: 1, ...window };
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

  for (const { sides } of writesAlone(pace)) {
    for (const side of sides) expect((await side.measure(deployment)).sendsPerSecond).toBeGreaterThan(0);
  }
  const storm = { people: 22, groupSize: 11, groupsPerPerson: 1 };
  for (const contender of [ours, bareHistory]) {
    const side = playOn(contender, storm, { kind: 'storm', missed: 7 });
    const values = await side.measure(deployment);
    expect(values.secondsToCaughtUp, contender.name).toBeGreaterThan(0);
    expect(values.queriesPerClient, contender.name).toBeGreaterThan(0);
  }
}, 900_000);

test('in a large data set pages are read whole, and sends go on', async () => {
  // Its own, which goes: what benchmarks keep between runs is theirs.
  const directory = await mkdtemp(join(tmpdir(), 'vibe-bench-test-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  onTestFinished(() => void vi.unstubAllEnvs());
  // Postgres may be another user.
  await chmod(directory, 0o755);
  vi.stubEnv('TMPDIR', directory);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());

  await using deployment = await startDeployment(null);
  for (const { sides } of [history, conversationList].flatMap((of) => of(pace))) {
    for (const side of sides)
      expect((await side.measure(deployment)).answerMsP50, side.name).toBeGreaterThan(0);
  }
  for (const side of growth(pace).flatMap(({ sides }) => sides)) {
    expect((await side.measure(deployment)).sendsPerSecond, side.name).toBeGreaterThan(0);
  }
}, 900_000);

test('in a room where everyone types and reads, all deliveries come', async () => {
  await using deployment = await startDeployment(null);
  const room = { people: 20, groupSize: 20, groupsPerPerson: 1 };
  const side = playOn(ours, room, { kind: 'open', perSecond: 20, isBustling: true, ...window });
  const values = await side.measure(deployment);
  expect(values.deliveredMsP50).toBeGreaterThan(0);
  expect(values.callsPerSecond).toBeGreaterThan(0);
}, 900_000);
