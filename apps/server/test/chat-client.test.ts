import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatClient, createChatClient, fixedToken, hostTokens } from '@vibe/client';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test, vi } from 'vitest';
import { startTestServer } from '../src/testing/start-test-server.ts';

/** The platform's WebSocket, and how each of them ended. */
function watchedSockets() {
  const closeCodes: number[] = [];
  let opened = 0;
  class WatchedSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      opened += 1;
      this.addEventListener('close', ({ code }) => closeCodes.push(code));
    }
  }
  return { WebSocket: WatchedSocket as typeof WebSocket, closeCodes, opened: () => opened };
}

const conversationOf = ({ sync }: ChatClient, id: number) => sync.getState().chat.conversations.get(id);
const contents = (client: ChatClient, id: number) =>
  conversationOf(client, id)?.messages.map(({ content }) => content);
const isLive = ({ sync }: ChatClient) =>
  vi.waitFor(() => expect(sync.getState()).toMatchObject({ connection: 'live', isCaughtUp: true }), {
    timeout: 10_000,
  });

test('a client whose tokens keep ending changes sockets and misses nothing', {
  timeout: 40_000,
}, async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
  const url = `${server.url}/trpc`;
  const { WebSocket, closeCodes, opened } = watchedSockets();
  const onSignedOut = vi.fn();
  const token = hostTokens(() => server.accessToken(ana.caller, 5_000));
  const reader = createChatClient({ url, token, WebSocket, onSignedOut });
  const writer = createChatClient({ url, token: fixedToken(leo.accessToken) });
  const connections: string[] = [];
  reader.sync.subscribe(() => connections.push(reader.sync.getState().connection));
  for (const client of [reader, writer]) client.sync.start();
  await isLive(reader);

  const id = await writer.sync.createConversation({ type: 'direct', userId: ana.user.id });
  reader.sync.openConversation(id);
  const written = Array.from({ length: 110 }, (_, index) => `line ${index}`);
  for (const line of written) {
    writer.sync.send(id, line);
    await sleep(100);
  }

  await vi.waitFor(() => expect(contents(reader, id)).toEqual(written));
  expect(opened()).toBeGreaterThan(2);
  expect(closeCodes).not.toContain(4401);
  expect(connections).not.toContain('offline');
  expect(onSignedOut).not.toHaveBeenCalled();
  await Promise.all([reader.close(), writer.close()]);
});

test('a client hears at once that its session has ended, and forgets what it knew', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
  const onSignedOut = vi.fn();
  const token = fixedToken(ana.accessToken);
  const client = createChatClient({ url: `${server.url}/trpc`, token, onSignedOut });
  client.sync.start();
  await isLive(client);
  const id = await client.sync.createConversation({ type: 'direct', userId: leo.user.id });
  expect(conversationOf(client, id)).toBeDefined();

  await server.chat.signOut(ana.caller);
  await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  expect(client.sync.getState()).toMatchObject({ connection: 'signedOut', me: null });
  expect(conversationOf(client, id)).toBeUndefined();
});

test('a mark goes over the socket while it is open, and over HTTP where none is or it is cut meanwhile', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const [ana, leo] = [await server.signUp('Ana'), await server.signUp('Leo')];
  const { id } = await server.chat.createConversation(leo.caller, { type: 'direct', userId: ana.user.id });
  const say = async () => {
    const draft = { conversationId: id, clientId: randomUUID(), content: 'Hello' };
    return (await server.chat.sendMessage(leo.caller, draft)).seq;
  };
  const marks: { cuts: boolean }[] = [];
  let cutsNext = false;
  class MarkingSocket extends WebSocket {
    override send(data: string) {
      if (!data.includes('receipt.markRead')) return super.send(data);
      marks.push({ cuts: cutsNext });
      if (!cutsNext) return super.send(data);
      cutsNext = false;
      this.close();
    }
  }
  const url = `${server.url}/trpc`;
  const reader = createChatClient({ url, token: fixedToken(ana.accessToken), WebSocket: MarkingSocket });
  const readSeq = async () => {
    const { receipts } = await server.chat.listReceipts(ana.caller, { conversationId: id, limit: 2 });
    return receipts.find(({ userId }) => userId === ana.user.id)?.readSeq;
  };

  const first = await say();
  await reader.api.receipt.markRead.mutate({ conversationId: id, seq: first });
  expect(await readSeq()).toBe(first);
  expect(marks).toEqual([]);

  reader.sync.start();
  await isLive(reader);
  const second = await say();
  reader.sync.markRead(id, second);
  await vi.waitFor(async () => expect(await readSeq()).toBe(second));
  expect(marks).toEqual([{ cuts: false }]);

  cutsNext = true;
  const third = await say();
  reader.sync.markRead(id, third);
  await vi.waitFor(async () => expect(await readSeq()).toBe(third));
  expect(marks[1]).toEqual({ cuts: true });

  // More at once than one frame may hold.
  await isLive(reader);
  const last = await say();
  const many = Array.from({ length: 60 }, () =>
    reader.api.receipt.markRead.mutate({ conversationId: id, seq: last }),
  );
  expect((await Promise.all(many)).map((receipt) => receipt.readSeq)).toEqual(many.map(() => last));
  await reader.close();
});
