import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { httpClient } from './clients.ts';
import { RawSocket } from './raw-socket.ts';

const many = { points: 100_000, seconds: 60 };

test('P39: a reader that stops reading is cut, and nobody else notices', { timeout: 60_000 }, async () => {
  await using database = await createTestDatabase('pglite');
  const lines: string[] = [];
  const metrics = new Registry();
  await using server = await startTestServer({
    database,
    metrics,
    rates: { sendsPerUser: many, callsPerUser: many },
    log: { write: (line) => lines.push(line) },
  });
  const [ana, leo, mia] = await Promise.all(['Ana', 'Leo', 'Mia'].map((name) => server.signUp(name)));
  if (!ana || !leo || !mia) throw new Error('three people signed up');
  const userIds = [leo.user.id, mia.user.id];
  const group = { type: 'group' as const, name: 'Group', userIds, historyVisible: true };
  const { id: conversationId } = await server.chat.createConversation(ana.caller, group);
  using slow = await RawSocket.open(server.wsUrl, leo.accessToken);
  using quick = await RawSocket.open(server.wsUrl, mia.accessToken);
  for (const socket of [slow, quick]) {
    socket.call(1, 'subscription', 'message.stream');
    await expect.poll(() => socket.frames.length).toBeGreaterThanOrEqual(3);
  }
  slow.call(2, 'subscription', 'typing.stream');
  await expect.poll(() => slow.frames.length).toBeGreaterThanOrEqual(4);

  slow.pause();
  const content = '\u{1F3C3}'.repeat(10_000);
  const isCut = () => lines.some((line) => line.includes('reads too slowly'));
  let sent = 0;
  for (; sent < 2_000 && !isCut(); sent += 1) {
    await server.chat.sendMessage(ana.caller, { conversationId, clientId: randomUUID(), content });
  }
  expect(isCut()).toBe(true);
  expect(await metrics.metrics()).toContain('\nvibe_slow_readers_cut_total 1\n');
  // It is told nothing more, and waited for by nobody, while it has not left yet.
  await httpClient(server, ana.accessToken).typing.set.mutate({ conversationId, isTyping: true });
  await expect.poll(() => quick.frames.length).toBe(3 + sent);
});
