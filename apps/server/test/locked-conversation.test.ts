import { randomUUID } from 'node:crypto';
import type { Message } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import pg from 'pg';
import { Registry } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { startTestServer, type TestServer, type TestUser } from '../src/testing/start-test-server.ts';

test('P41: while a conversation is locked, the others of its commit are written without it; it is, once it is free', async () => {
  await using database = await createTestDatabase('postgres');
  const metrics = new Registry();
  await using server = await startTestServer({ database, metrics });
  const ana = await server.signUp('Ana');
  const groups = await Promise.all(['Locked', 'One', 'Other'].map((name) => groupOf(server, ana, name)));
  const [locked = 0, ...others] = groups;

  await using ended = new AsyncDisposableStack();
  const locker = new pg.Client(database.connection);
  await locker.connect();
  ended.defer(() => locker.end());
  await locker.query('BEGIN');
  await locker.query('SELECT FROM conversation WHERE id = $1 FOR UPDATE', [locked]);
  // In one turn of the event loop: they share a commit.
  const sent = sendUntilStored(server, ana, locked);
  let isSent = false;
  const noted = sent.then(() => {
    isSent = true;
  });
  const stored = await Promise.all(others.map((id) => send(server, ana, id)));

  expect(stored.map(({ conversationId }) => conversationId)).toEqual(others);
  // They waited for the lock with it, and gave up on it.
  expect(await busyWrites(metrics)).toBeGreaterThan(0);
  expect(isSent).toBe(false);
  await locker.query('COMMIT');
  const message = await sent;
  await noted;
  const page = await server.chat.listMessages(ana.caller, { conversationId: locked, limit: 50 });
  expect(page.messages.filter(({ clientId }) => clientId === message.clientId)).toHaveLength(1);
});

const groupOf = async ({ chat }: TestServer, { caller }: TestUser, name: string): Promise<number> =>
  (await chat.createConversation(caller, { type: 'group', name, userIds: [], historyVisible: true })).id;

const send = (
  { chat }: TestServer,
  { caller }: TestUser,
  conversationId: number,
  clientId: string = randomUUID(),
): Promise<Message> => chat.sendMessage(caller, { conversationId, clientId, content: 'Hello' });

/** As clients do: `BUSY` says that nothing was written. */
async function sendUntilStored(server: TestServer, user: TestUser, conversationId: number): Promise<Message> {
  const clientId = randomUUID();
  const first = send(server, user, conversationId, clientId);
  return first.catch(() => vi.waitFor(() => send(server, user, conversationId, clientId)));
}

async function busyWrites(metrics: Registry): Promise<number> {
  const text = await metrics.metrics();
  return Number(/^vibe_write_seconds_count\{write="send",outcome="busy"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}
