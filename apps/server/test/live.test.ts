import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test, vi } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { follow, httpClient, refusal, type SyncEvent, socketClient, type TypingEvent } from './clients.ts';

const swept: string[] = ['user.updated', 'receipt.advanced', 'conversation.updated'];

test('whoever signs up and writes is read at once by the other, over an unmodified client', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const anonymous = httpClient(server);
  const ana = await anonymous.auth.signUp.mutate({
    email: 'ana@example.com',
    password: 'correct horse battery',
    fullName: 'Ana',
  });
  const leo = await server.signUp('Leo');
  using leosSocket = socketClient(server, () => leo.accessToken);
  const stream = follow<SyncEvent>(leosSocket.trpc.sync.stream);
  await vi.waitFor(() => expect(stream.events.map(({ data }) => data.type)).toContain('caughtUp'));

  const calls = httpClient(server, ana.accessToken);
  const conversation = await calls.conversation.create.mutate({ type: 'direct', userId: leo.user.id });
  const clientId = randomUUID();
  const input = { conversationId: conversation.id, clientId, content: 'Hello, Leo' };
  const sent = await calls.message.send.mutate(input);
  const again = await calls.message.send.mutate(input);
  expect(again).toEqual(sent);

  await vi.waitFor(() => {
    // A sweep that comes in between tells of more: of the two people, and of what the sender has read.
    const types = stream.events.map(({ data }) => data.type).filter((type) => !swept.includes(type));
    expect(types).toEqual(['ready', 'caughtUp', 'conversation.created', 'message.sent']);
  });
  const last = stream.events.findLast(({ data }) => data.type === 'message.sent');
  expect(last?.data).toMatchObject({ type: 'message.sent', message: { content: 'Hello, Leo', clientId } });
  expect(last?.id).toBeTruthy();
});

test('P31: signing out ends the streams of that session at once, and no other', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const ana = await server.signUp('Ana');
  const { signedIn } = await server.chat.signIn(
    { email: ana.user.email ?? '', password: 'correct horse battery' },
    'another browser',
  );
  using here = socketClient(server, () => ana.accessToken);
  using there = socketClient(server, () => signedIn.accessToken);
  const streams = [
    follow<SyncEvent>(here.trpc.sync.stream),
    follow<SyncEvent>(there.trpc.sync.stream),
  ] as const;
  for (const { events } of streams) {
    await vi.waitFor(() => expect(events).toHaveLength(2));
  }

  await httpClient(server, ana.accessToken).auth.signOut.mutate();
  await vi.waitFor(() => expect(here.closed[0]).toBe(4401), { timeout: 1_000 });
  expect(await refusal(httpClient(server, ana.accessToken).auth.me.query())).toMatchObject({
    code: 'UNAUTHENTICATED',
    httpStatus: 401,
  });
  expect(there.closed).toEqual([]);
  const me = await there.trpc.auth.me.query();
  expect(me.user.id).toBe(ana.user.id);
});

test('P31: somebody who is deactivated is out at once, everywhere', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const admin = await server.signUp('Robin', 'admin');
  const ana = await server.signUp('Ana');
  using socket = socketClient(server, () => ana.accessToken);
  expect((await socket.trpc.auth.me.query()).user.id).toBe(ana.user.id);

  await httpClient(server, admin.accessToken).user.deactivate.mutate({ userId: ana.user.id });
  await vi.waitFor(() => expect(socket.closed[0]).toBe(4401), { timeout: 1_000 });
  expect(await refusal(httpClient(server, ana.accessToken).auth.me.query())).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('P18: who types and who is there is seen by those who share a conversation, apart from what lasts', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const ana = await server.signUp('Ana');
  const leo = await server.signUp('Leo');
  const { id } = await server.chat.createConversation(ana.caller, { type: 'direct', userId: leo.user.id });
  using anasSocket = socketClient(server, () => ana.accessToken);

  const typing = follow<TypingEvent>(anasSocket.trpc.typing.stream);
  const durable = follow<SyncEvent>(anasSocket.trpc.sync.stream);
  const presence: unknown[] = [];
  const watching = anasSocket.trpc.presence.stream.subscribe(
    { userIds: [leo.user.id] },
    { onData: ({ presences }) => presence.push(...presences.map(({ status }) => status)) },
  );
  await vi.waitFor(() => expect(presence).toContain('offline'));
  using leosSocket = socketClient(server, () => leo.accessToken);
  await leosSocket.trpc.typing.set.mutate({ conversationId: id, isTyping: true });
  await vi.waitFor(() => expect(presence).toContain('online'));
  await vi.waitFor(() =>
    expect(typing.events).toContainEqual({
      type: 'typing.changed',
      conversationId: id,
      userIds: [leo.user.id],
    }),
  );
  await leosSocket.trpc.presence.set.mutate({ isAway: true });
  await vi.waitFor(() => expect(presence.at(-1)).toBe('away'));
  await leosSocket.trpc.message.send.mutate({ conversationId: id, clientId: randomUUID(), content: 'Hi' });
  await vi.waitFor(() => expect(durable.events.map(({ data }) => data.type)).toContain('message.sent'));
  // One event without an id would take the cursor from a client that resumes by it.
  for (const event of durable.events) expect(event.id).toBeTruthy();
  for (const event of typing.events) expect(Object.keys(event)).not.toContain('id');
  expect(new Set(typing.events.map(({ type }) => type))).toEqual(new Set(['typing.changed']));
  watching.unsubscribe();
});
