import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { busy } from '../src/chat-error.ts';
import { GroupCommit } from '../src/group-commit/group-commit.ts';
import { silentWriteTelemetry } from '../src/group-commit/write-telemetry.ts';
import { type HeldWrite, heldWrites } from './held-writes.ts';

const idsOf = (write: HeldWrite | undefined) => write?.items.map(({ id }) => id);
const conversationsOf = (write: HeldWrite | undefined) =>
  write?.items.map(({ conversationId }) => conversationId);
const isBusyError = { data: { code: 'BUSY' } };

test('a lone item is written in the turn in which it came', async () => {
  const { open, send } = heldWrites();
  const sent = send(1);
  await turn();
  expect(idsOf(open[0])).toEqual([0]);
  await open[0]?.end();
  expect(await sent).toBe(0);
});

test('what comes while a write is under way goes together, when it has ended', async () => {
  const { open, send } = heldWrites();
  void send(1);
  await turn();
  void send(1);
  await turn();
  void send(2);
  await turn();
  expect(open).toHaveLength(1);
  await open[0]?.end();
  expect(open).toHaveLength(1);
  expect(idsOf(open[0])?.sort()).toEqual([1, 2]);
});

test('P41: whoever floods a conversation leaves the others their places', async () => {
  const { open, send } = heldWrites({ maxItems: 10 });
  void send(1);
  await turn();
  for (let count = 0; count < 500; count++) void send(1);
  for (const conversationId of [2, 3, 3, 3, 4]) void send(conversationId);
  await open[0]?.end();
  expect(conversationsOf(open[0])?.sort()).toEqual([1, 1, 1, 1, 1, 2, 3, 3, 3, 4]);
});

test('of more conversations than a write has places, who had no turn is first in the next', async () => {
  const { open, send, started } = heldWrites({ maxItems: 2 });
  void send(9);
  await turn();
  for (const conversationId of [1, 1, 1, 2, 2, 2, 3, 4]) void send(conversationId);
  for (let count = 0; count < 5; count++) await open[0]?.end();
  const turns = started.map((items) => items.map(({ conversationId }) => conversationId));
  expect(turns).toEqual([[9], [1, 2], [3, 4], [1, 2], [1, 2]]);
});

test('P41: a locked conversation fails alone, and only what was written with it', async () => {
  const { open, send } = heldWrites();
  void send(9);
  await turn();
  const [first, locked, alsoLocked, last] = [send(1), send(2), send(2), send(3)];
  await open[0]?.end();
  const later = send(2);
  await open[0]?.end(busy());
  expect(conversationsOf(open[0])).toEqual([1]);
  await open[0]?.end();
  while (conversationsOf(open[0])?.includes(3)) await open[0]?.end();
  expect(idsOf(open[0])).toEqual([2, 3, 5]);
  await open[0]?.end(busy());

  expect(await Promise.all([first, last])).toEqual([1, 4]);
  for (const refused of [locked, alsoLocked, later]) await expect(refused).rejects.toMatchObject(isBusyError);
});

test('P41: conversations that are locked for long leave the others a way', async () => {
  const { open, send } = heldWrites({ maxInFlight: 2, patienceMs: 0 });
  void send(1);
  void send(2);
  await turn();
  await open[0]?.end(busy());
  for (const conversationId of [3, 4, 5]) {
    const sent = send(conversationId);
    await vi.waitFor(() => expect(open.map(conversationsOf)).toEqual([[1], [conversationId]]));
    await open[1]?.end();
    await sent;
  }
  await open[0]?.end();
  expect(open.map(conversationsOf)).toEqual([[2]]);
});

test('a write is not joined by another while it is as quick as usual', async () => {
  const { open, send } = heldWrites({ maxInFlight: 2, patienceMs: 10_000 });
  void send(1);
  await turn();
  void send(2);
  await turn();
  expect(open.map(conversationsOf)).toEqual([[1]]);
});

test('an answer that does not fit its items fails them all', async () => {
  const commit = new GroupCommit<{ conversationId: number }, number>({
    maxInFlight: 1,
    patienceMs: 10_000,
    maxItems: 10,
    maxWaiting: 10,
    telemetry: silentWriteTelemetry,
    write: async () => [1],
  });
  const sent = await Promise.allSettled([1, 2].map((conversationId) => commit.write({ conversationId })));
  expect(sent.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
