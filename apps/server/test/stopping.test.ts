import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { httpClient } from './clients.ts';
import { RawSocket } from './raw-socket.ts';

test('a server that stops finishes what is under way, and every answer arrives', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const ana = await server.signUp('Ana');
  const group = { type: 'group' as const, name: 'Group', userIds: [], historyVisible: true };
  const { id: conversationId } = await server.chat.createConversation(ana.caller, group);
  using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
  for (let id = 1; id <= 50; id += 1) {
    socket.call(id, 'mutation', 'message.send', { conversationId, clientId: randomUUID(), content: `${id}` });
  }
  await expect.poll(() => socket.frames.length, { interval: 1 }).toBeGreaterThan(0);

  await server.close();
  expect((await socket.closed).code).toBe(1001);
  const answered = socket.frames.filter(({ result }) => result?.type === 'data');
  expect(answered.map(({ id }) => id).toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 50 }, (_, at) => at + 1),
  );
});

test('a server that stops is not ready, and lets nobody in', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  await server.close();
  await expect(fetch(`${server.url}/ready`)).rejects.toThrow();
});

test('a server that stops does not wait for connections that are kept alive', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const ana = await server.signUp('Ana');
  const calls = Array.from({ length: 50 }, () =>
    httpClient(server, ana.accessToken).conversation.list.query({}),
  );
  await Promise.race(calls);
  const startedAt = performance.now();
  await server.close();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  // Those that came too late were refused.
  await Promise.allSettled(calls);
});
