import { randomUUID } from 'node:crypto';
import type { DurableEvent } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { startTestServer, type TestServer, type TestUser } from '@vibe/server/testing';
import { expect, test, vi } from 'vitest';
import { importScene, whatsAppLines } from './import-scene.ts';

/** What somebody connected to the server is told, from now on. */
async function follow(
  server: TestServer,
  { caller }: TestUser,
  signal: AbortSignal,
): Promise<DurableEvent[]> {
  const events: DurableEvent[] = [];
  const stream = await server.chat.followChanges(caller, 'sync', {}, signal);
  void (async () => {
    for await (const [, event] of stream) events.push(event);
  })();
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('caughtUp'));
  return events;
}

test.each(['pglite', 'postgres'] as const)(
  'a group imported beside a running server on %s appears to its members, and so does what is added later',
  async (engine) => {
    await using database = await createTestDatabase(engine);
    await using server = await startTestServer({ database });
    await using scene = await importScene(engine, database);
    const stopping = new AbortController();
    const ana = await server.signUp('Ana');
    const events = await follow(server, ana, stopping.signal);
    const told = (type: DurableEvent['type']) => events.filter((event) => event.type === type);

    await scene.loadLines(whatsAppLines(3), { members: [ana.user.email ?? ''] });
    await vi.waitFor(() => expect(told('conversation.created')).toHaveLength(1));
    expect(told('conversation.created')).toMatchObject([
      { conversation: { name: 'Gym', lastSeq: 3, unreadCount: 0, lastMessage: { content: 'message 2' } } },
    ]);

    await scene.loadLines(whatsAppLines(5));
    await vi.waitFor(() => expect(told('message.sent')).toHaveLength(2));
    expect(told('message.sent')).toMatchObject([
      { message: { seq: 4, version: 6, content: 'message 3' }, senderReadSeq: null },
      { message: { seq: 5, version: 7 }, users: [{ fullName: 'Person 1' }] },
    ]);
    expect(told('conversation.created')).toHaveLength(1);
    stopping.abort();
  },
);

test('nobody of an export can sign in, even where a session was made for them', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  await using scene = await importScene('pglite', database);
  const ana = await server.signUp('Ana');
  await scene.loadLines(whatsAppLines(1), { members: [ana.user.email ?? ''] });
  const { messages } = await scene.read(ana.user.id);
  const userId = messages[0]?.senderId ?? 0;

  const expiresAt = new Date(Date.now() + 60_000);
  const session = { scopes: [], refreshHash: null, label: 'made up', expiresAt };
  const authenticate = async (id: number) => {
    const sessionId = randomUUID();
    await server.stores.sessions.create({ ...session, id: sessionId, userId: id });
    return server.chat.authenticate({ userId: id, sessionId, scopes: [] });
  };
  expect(await authenticate(ana.user.id)).toMatchObject({ userId: ana.user.id });
  expect(await authenticate(userId)).toBeNull();
});
