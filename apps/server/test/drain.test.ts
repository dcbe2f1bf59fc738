import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { RawSocket, upgradeAnswer } from './raw-socket.ts';

test('P34: an instance that drains is not ready and lets nobody in, but serves whom it has, and asks them to go one by one', {
  timeout: 30_000,
}, async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database, drainMs: 1_500 });
  const ana = await server.signUp('Ana');
  const group = { type: 'group' as const, name: 'Group', userIds: [], historyVisible: true };
  const { id: conversationId } = await server.chat.createConversation(ana.caller, group);
  using sockets = new DisposableStack();
  const open = async () => sockets.use(await RawSocket.open(server.wsUrl, ana.accessToken));
  const first = await open();
  const all = [first, ...(await Promise.all(Array.from({ length: 9 }, open)))];

  const closing = server.close();
  expect((await fetch(`${server.url}/ready`)).status).toBe(503);
  const { status, retryAfter } = await upgradeAnswer(server.wsUrl, {});
  expect([status, retryAfter]).toEqual([503, '1']);
  expect(all.flatMap(({ frames }) => frames)).toEqual([]);
  first.call(1, 'mutation', 'message.send', { conversationId, clientId: randomUUID(), content: 'late' });
  await expect.poll(() => first.frames.at(-1)?.result?.type).toBe('data');

  const askedAt = new Map<RawSocket, number>();
  await expect
    .poll(
      () => {
        for (const socket of all) {
          const isAsked = socket.frames.some(({ method }) => method === 'reconnect');
          if (isAsked && !askedAt.has(socket)) askedAt.set(socket, performance.now());
        }
        return askedAt.size;
      },
      { timeout: 10_000, interval: 10 },
    )
    .toBe(all.length);
  const moments = [...askedAt.values()];
  expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(200);
  // Whoever did not go is told.
  expect((await first.closed).code).toBe(1001);
  await closing;
});

test('P34: it does not wait longer than for the last to leave', { timeout: 30_000 }, async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database, drainMs: 4_000 });
  const ana = await server.signUp('Ana');
  const socket = await RawSocket.open(server.wsUrl, ana.accessToken);
  const startedAt = performance.now();
  const closing = server.close();
  socket[Symbol.dispose]();
  await closing;
  expect(performance.now() - startedAt).toBeLessThan(7_500);
});
