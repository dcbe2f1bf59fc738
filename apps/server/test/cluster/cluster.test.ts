import { randomUUID } from 'node:crypto';
import { closeCodes, limits } from '@vibe/contract';
import { expect, test, vi } from 'vitest';
import type { TestServer, TestUser } from '../../src/testing/start-test-server.ts';
import { follow, httpClient, type SyncEvent, socketClient, type TypingEvent } from '../clients.ts';
import { spawnServer } from '../spawn-server.ts';
import { type Cluster, openCluster } from './open-cluster.ts';

const patient = { timeout: 15_000, interval: 20 };

/** Ana is connected here, Leo there; they share a conversation. */
async function anaAndLeo({ here, there }: Cluster) {
  const ana = await here.signUp('Ana');
  const leo = await there.signUp('Leo');
  const { id } = await here.chat.createConversation(ana.caller, { type: 'direct', userId: leo.user.id });
  return { ana, leo, conversationId: id };
}

const listen = (server: TestServer, { accessToken }: TestUser) => {
  const socket = socketClient(server, () => accessToken);
  const stream = follow<SyncEvent>(socket.trpc.sync.stream);
  const has = (type: string) =>
    stream.events.filter(({ data }) => data.type === type).map(({ data }) => data);
  return {
    ...socket,
    has,
    caughtUp: () => vi.waitFor(() => expect(has('caughtUp')).toHaveLength(1), patient),
    contents: () =>
      stream.events.flatMap(({ data }) =>
        data.type === 'message.sent' && data.message.kind === 'text' ? [data.message.content] : [],
      ),
  };
};

const send = (server: TestServer, { caller }: TestUser, conversationId: number, content: string) =>
  server.chat.sendMessage(caller, { conversationId, clientId: randomUUID(), content });

test('messages, receipts, typing and presence cross over', { timeout: 60_000 }, async () => {
  await using cluster = await openCluster();
  const { here, there } = cluster;
  const { ana, leo, conversationId } = await anaAndLeo(cluster);
  using anasSide = listen(here, ana);
  using leosSide = listen(there, leo);
  await Promise.all([anasSide.caughtUp(), leosSide.caughtUp()]);

  const statuses: string[] = [];
  anasSide.trpc.presence.stream.subscribe(
    { userIds: [leo.user.id] },
    { onData: ({ presences }) => statuses.push(...presences.map(({ status }) => status)) },
  );
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('online'), patient);
  await leosSide.trpc.presence.set.mutate({ isAway: true });
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('away'), patient);

  const typing = follow<TypingEvent>(anasSide.trpc.typing.stream);
  await vi.waitFor(async () => {
    await leosSide.trpc.typing.set.mutate({ conversationId, isTyping: true });
    const seen = { type: 'typing.changed', conversationId, userIds: [leo.user.id] };
    expect(typing.events).toContainEqual(seen);
  }, patient);

  await send(there, leo, conversationId, 'Hello, Ana');
  await vi.waitFor(() => expect(anasSide.contents()).toEqual(['Hello, Ana']), patient);
  // The message ends the typing, there and here.
  await vi.waitFor(() => expect(typing.events.at(-1)).toMatchObject({ userIds: [] }), patient);
  await httpClient(here, ana.accessToken).receipt.markRead.mutate({ conversationId, seq: 1 });
  await vi.waitFor(
    () =>
      expect(leosSide.has('receipt.advanced')).toContainEqual(
        expect.objectContaining({ receipt: expect.objectContaining({ userId: ana.user.id, readSeq: 1 }) }),
      ),
    patient,
  );
});

test.each(['is killed', 'hangs'])(
  'P14: a Redis that %s loses no message, and comes back by itself',
  {
    timeout: 60_000,
  },
  async (fault) => {
    await using cluster = await openCluster();
    const { here, there, redis } = cluster;
    const { ana, leo, conversationId } = await anaAndLeo(cluster);
    using leosSide = listen(there, leo);
    await leosSide.caughtUp();

    if (fault === 'hangs') redis.hang();
    else await redis.kill();
    const startedAt = performance.now();
    for (const content of ['1', '2', '3']) await send(here, ana, conversationId, content);
    // Nobody who sends waits for Redis; whoever reads waits for the sweep at most.
    await vi.waitFor(() => expect(leosSide.contents()).toEqual(['1', '2', '3']), patient);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await vi.waitFor(() => expect(cluster.areConnected()).toBe(false), patient);
    await send(here, ana, conversationId, '4');
    await vi.waitFor(() => expect(leosSide.contents()).toEqual(['1', '2', '3', '4']), patient);

    if (fault === 'hangs') redis.goOn();
    else await redis.start();
    await vi.waitFor(() => expect(cluster.areConnected()).toBe(true), patient);
    await send(here, ana, conversationId, '5');
    await vi.waitFor(() => expect(leosSide.contents()).toEqual(['1', '2', '3', '4', '5']), patient);
  },
);

test.each(['with Redis', 'without Redis'])(
  'P31: who signs out here is out there, %s',
  {
    timeout: 60_000,
  },
  async (how) => {
    await using cluster = await openCluster();
    const { here, there } = cluster;
    const { leo } = await anaAndLeo(cluster);
    using leosSide = listen(there, leo);
    await leosSide.caughtUp();
    if (how === 'without Redis') await cluster.redis.kill();
    await httpClient(here, leo.accessToken).auth.signOut.mutate();
    await vi.waitFor(() => expect(leosSide.closed[0]).toBe(closeCodes.unauthenticated), patient);
  },
);

test('P31: who is deactivated or removed here hears nothing more there', { timeout: 60_000 }, async () => {
  await using cluster = await openCluster();
  const { here, there } = cluster;
  const owner = await here.signUp('Owner', 'admin');
  const removed = await there.signUp('Removed');
  const fired = await there.signUp('Fired');
  const { id } = await here.chat.createConversation(owner.caller, {
    type: 'group',
    name: 'Runners',
    userIds: [removed.user.id, fired.user.id],
    historyVisible: true,
  });
  using removedsSide = listen(there, removed);
  using firedsSide = listen(there, fired);
  await Promise.all([removedsSide.caughtUp(), firedsSide.caughtUp()]);
  await httpClient(here, owner.accessToken).conversation.removeParticipant.mutate({
    conversationId: id,
    userId: removed.user.id,
  });
  await send(here, owner, id, 'among us');
  await vi.waitFor(() => expect(firedsSide.contents()).toEqual(['among us']), patient);
  await vi.waitFor(() => expect(removedsSide.has('participant.removed')).toHaveLength(1), patient);
  expect(removedsSide.contents()).toEqual([]);
  await httpClient(here, owner.accessToken).user.deactivate.mutate({ userId: fired.user.id });
  await vi.waitFor(() => expect(firedsSide.closed[0]).toBe(closeCodes.unauthenticated), patient);
});

test('P32: the people of an instance that is killed go offline in bounded time', {
  timeout: 60_000,
}, async () => {
  await using cluster = await openCluster();
  const { here } = cluster;
  const { ana, leo } = await anaAndLeo(cluster);
  await using third = await spawnServer(cluster.env);
  using anasSide = listen(here, ana);
  const statuses: string[] = [];
  anasSide.trpc.presence.stream.subscribe(
    { userIds: [leo.user.id] },
    { onData: ({ presences }) => statuses.push(...presences.map(({ status }) => status)) },
  );
  const wsUrl = `${third.url.replace('http', 'ws')}/trpc`;
  using leosSocket = socketClient({ wsUrl }, () => leo.accessToken);
  await leosSocket.trpc.auth.me.query();
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('online'), patient);

  third.signal('SIGKILL');
  await third.exit;
  await vi.waitFor(() => expect(statuses.at(-1)).toBe('offline'), {
    ...patient,
    timeout: limits.presenceExpiryMs + 15_000,
  });
});
