import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test, vi } from 'vitest';
import { cast, demoPassword } from '../../../prisma/seed.ts';
import { follow, httpClient, type SyncEvent, socketClient, type TypingEvent } from './clients.ts';
import { spawnServer } from './spawn-server.ts';

const patient = { timeout: 30_000, interval: 50 };

/** The server as two processes, over a database of its own. */
async function spawnTwo() {
  await using started = new AsyncDisposableStack();
  const { connection } = started.use(await createTestDatabase('postgres'));
  const env = {
    DATABASE_URL: String(connection.connectionString),
    AUTH_SECRET: randomUUID() + randomUUID(),
    SERVER_WORKERS: '2',
    SEED: 'true',
    LOG_LEVEL: 'info',
  };
  const server = started.use(await spawnServer(env));
  const held = started.move();
  return {
    server,
    /** The workers, in the order in which they began to serve. */
    pids: () => [...server.output.matchAll(/"worker":(\d+).*a worker serves/g)].map(([, pid]) => Number(pid)),
    async signIn(email: string) {
      const { accessToken } = await httpClient(server).auth.signIn.mutate({ email, password: demoPassword });
      const wsUrl = `${server.url.replace('http', 'ws')}/trpc`;
      return { api: httpClient(server, accessToken), open: () => socketClient({ wsUrl }, () => accessToken) };
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

test('two processes on one port are one chat; one that is killed is replaced', {
  timeout: 120_000,
}, async () => {
  await using started = await spawnTwo();
  const { server, pids } = started;
  await vi.waitFor(() => expect(pids()).toHaveLength(2), patient);
  const [maya, jonas] = [await started.signIn(cast.maya.email), await started.signIn(cast.jonas.email)];
  const { user } = await maya.api.auth.me.query();
  const { user: partner } = await jonas.api.auth.me.query();
  const direct = { type: 'direct', userId: partner.id } as const;
  const { id: conversationId } = await maya.api.conversation.create.mutate(direct);
  using mayasSide = maya.open();
  // One after the other, and so by turns in one process and in the other.
  using sides = new DisposableStack();
  const listeners = Array.from({ length: 4 }, () => {
    const { trpc } = sides.use(jonas.open());
    return { sync: follow<SyncEvent>(trpc.sync.stream), typing: follow<TypingEvent>(trpc.typing.stream) };
  });
  const isTyping = async (is: boolean) => {
    await mayasSide.trpc.typing.set.mutate({ conversationId, isTyping: is });
    const seen = { type: 'typing.changed', conversationId, userIds: is ? [user.id] : [] };
    await vi.waitFor(() => {
      for (const { typing } of listeners) expect(typing.events.at(-1)).toEqual(seen);
    }, patient);
  };
  const caughtUp = (times: number) =>
    vi.waitFor(() => {
      const told = listeners.flatMap(({ sync }) =>
        sync.events.filter(({ data }) => data.type === 'caughtUp'),
      );
      expect(told.length).toBeGreaterThanOrEqual(times);
    }, patient);

  await caughtUp(4);
  await isTyping(true);
  await isTyping(false);

  const [victim = 0] = pids();
  process.kill(victim, 'SIGKILL');
  await vi.waitFor(() => expect(pids()).toHaveLength(3), patient);
  expect(server.output).toContain('another one takes its place');
  await caughtUp(5);
  await maya.api.message.send.mutate({ conversationId, clientId: randomUUID(), content: 'after all' });
  await vi.waitFor(() => {
    for (const { sync } of listeners) expect(contents(sync.events)).toEqual(['after all']);
  }, patient);

  server.signal('SIGTERM');
  expect(await server.exit).toEqual({ code: 0, signal: null });
});

const contents = (events: readonly SyncEvent[]) =>
  events.flatMap(({ data }) => (data.type === 'message.sent' ? [data.message.content] : []));
