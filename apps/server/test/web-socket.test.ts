import { limits } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer, type TestUser } from '../src/testing/start-test-server.ts';
import { follow, refusal, type SyncEvent, socketClient } from './clients.ts';
import { RawSocket, upgradeStatus } from './raw-socket.ts';

const lines: string[] = [];
const resources = new AsyncDisposableStack();
let server: TestServer;
let ana: TestUser;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('pglite'));
  server = resources.use(
    await startTestServer({
      database,
      allowedOrigins: ['https://app.example.com'],
      log: { write: (line) => lines.push(line) },
    }),
  );
  ana = await server.signUp('Ana');
});
afterAll(() => resources.disposeAsync());

describe('a socket from a page', () => {
  test('of another origin is refused with 403 and a line in the log', async () => {
    expect(await upgradeStatus(server.wsUrl, { origin: 'https://evil.example.com' })).toBe(403);
    expect(lines.some((line) => line.includes('https://evil.example.com'))).toBe(true);
    expect(await upgradeStatus(server.wsUrl, { origin: 'null' })).toBe(403);
  });

  test('of our own, or of an allowed origin, is let in', async () => {
    for (const origin of [server.url, 'https://app.example.com']) {
      using socket = await RawSocket.open(server.wsUrl, ana.accessToken, { origin });
      socket.call(1, 'query', 'auth.me');
      await vi.waitFor(() => expect(socket.frames[0]?.result).toBeDefined());
    }
  });

  test('anywhere but at /trpc gets 404', async () => {
    expect(await upgradeStatus(server.wsUrl.replace('/trpc', '/elsewhere'), {})).toBe(404);
  });
});

describe('a bad frame', () => {
  test('that is no JSON gets a clear error, and the socket goes on', async () => {
    using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
    for (const frame of ['{', '[]]', '"text"', '7', 'null', '{"id":1,"method":"dance","params":{}}'])
      socket.send(frame);
    await vi.waitFor(() => expect(socket.frames).toHaveLength(6));
    for (const { id, error } of socket.frames) {
      expect(id).toBeNull();
      expect(error).toMatchObject({ message: /not well-formed/, data: { chat: { code: 'BAD_INPUT' } } });
    }
    socket.call(8, 'query', 'auth.me');
    await vi.waitFor(() => expect(socket.frames.at(-1)).toMatchObject({ id: 8, result: { type: 'data' } }));
  });

  test('that is too large closes its own socket with 1009, and breaks nobody else', async () => {
    using other = await RawSocket.open(server.wsUrl, ana.accessToken);
    using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
    socket.send(`"${'x'.repeat(limits.frameBytes)}"`);
    expect((await socket.closed).code).toBe(1009);
    other.call(1, 'query', 'auth.me');
    await vi.waitFor(() => expect(other.frames[0]?.result).toBeDefined());
  });

  test('with too large a batch gets an error for each of its calls', async () => {
    using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
    const call = (id: number) => ({ id, method: 'query', params: { path: 'auth.me' } });
    socket.send(Array.from({ length: limits.batchCalls + 1 }, (_, at) => call(at + 1)));
    await vi.waitFor(() => expect(socket.frames).toHaveLength(limits.batchCalls + 1));
    expect(socket.frames.every(({ error }) => error?.data.chat.code === 'BAD_INPUT')).toBe(true);
  });

  test('naming no procedure, or a wrong input, is answered by name', async () => {
    using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
    socket.call(1, 'query', 'auth.dance');
    socket.call(2, 'mutation', 'message.send', { conversationId: 1, clientId: 'x', content: ' ' });
    await vi.waitFor(() => expect(socket.frames).toHaveLength(2));
    const byId = new Map(socket.frames.map((frame) => [frame.id, frame.error]));
    expect(byId.get(1)?.data.chat.code).toBe('NOT_FOUND');
    expect(byId.get(2)).toMatchObject({
      message: 'clientId must be a UUID',
      data: {
        chat: {
          code: 'BAD_INPUT',
          fields: { clientId: 'clientId must be a UUID', content: 'content must not be blank' },
        },
      },
    });
  });
});

describe('a token', () => {
  test.for(['', 'nonsense', 'a.b.c'])('that is wrong (%j) gets an answer, then 4401', async (token) => {
    using socket = await RawSocket.open(server.wsUrl, token);
    socket.call(1, 'query', 'auth.me');
    await vi.waitFor(() => expect(socket.frames[0]?.error?.data.chat.code).toBe('UNAUTHENTICATED'));
    expect((await socket.closed).code).toBe(4401);
  });

  test('signed by another server, for another algorithm or too old is wrong', async () => {
    const expired = await server.accessToken(ana.caller, -1_000);
    const [header = '', payload = '', signature = ''] = ana.accessToken.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = [`${header}.${payload}.${signature.slice(1)}A`, `${none}.${payload}.`, expired];
    for (const token of forged) {
      using socket = await RawSocket.open(server.wsUrl, token);
      socket.call(1, 'query', 'auth.me');
      expect((await socket.closed).code).toBe(4401);
      expect(socket.frames[0]?.error?.data.chat.code).toBe('UNAUTHENTICATED');
    }
  });

  test('that never comes closes the socket', async () => {
    using socket = await RawSocket.open(server.wsUrl);
    expect((await socket.closed).code).toBe(4401);
  });

  test('P29: that expires mid-connection is replaced before, without a gap', async () => {
    let connects = 0;
    const tokens = await Promise.all([1_500, 60_000].map((ms) => server.accessToken(ana.caller, ms)));
    using socket = socketClient(server, () => tokens[Math.min(connects++, 1)] ?? '');
    const stream = follow<SyncEvent>(socket.trpc.sync.stream);
    await vi.waitFor(() => expect(stream.events).toHaveLength(2));
    await vi.waitFor(() => expect(socket.opened).toHaveLength(2));
    expect(connects).toBe(2);
    const { id } = await server.chat.createConversation(ana.caller, {
      type: 'group',
      name: 'G',
      userIds: [],
      historyVisible: true,
    });
    await vi.waitFor(() =>
      expect(stream.events.map(({ data }) => data)).toContainEqual(
        expect.objectContaining({
          type: 'conversation.created',
          conversation: expect.objectContaining({ id }),
        }),
      ),
    );
    expect(stream.isComplete).toBe(false);
  });

  test('P29: that expires with no other to follow closes the socket with 4401', async () => {
    using socket = await RawSocket.open(server.wsUrl, await server.accessToken(ana.caller, 1_200));
    const opened = Date.now();
    const { code } = await socket.closed;
    expect(code).toBe(4401);
    expect(Date.now() - opened).toBeLessThan(3_000);
    expect(socket.frames).toContainEqual({ id: null, method: 'reconnect' });
  });
});

test('one socket follows at most so many streams, and a stopped one makes room', async () => {
  using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
  for (let id = 1; id <= limits.socketSubscriptions; id += 1)
    socket.call(id, 'subscription', 'typing.stream');
  await vi.waitFor(() => expect(socket.frames).toHaveLength(limits.socketSubscriptions));
  socket.call(1000, 'subscription', 'typing.stream');
  await vi.waitFor(() =>
    expect(socket.frames.at(-1)).toMatchObject({
      id: 1000,
      error: { data: { chat: { code: 'RATE_LIMITED' } } },
    }),
  );
  socket.send({ id: 1, method: 'subscription.stop' });
  await vi.waitFor(() => expect(socket.frames.at(-1)).toMatchObject({ id: 1, result: { type: 'stopped' } }));
  socket.call(1001, 'subscription', 'typing.stream');
  await vi.waitFor(() =>
    expect(socket.frames.at(-1)).toMatchObject({ id: 1001, result: { type: 'started' } }),
  );
});

test('what needs a cookie is refused over a socket', async () => {
  using socket = socketClient(server, () => ana.accessToken);
  const input = { email: 'ana@example.com', password: 'x' };
  expect(await refusal(socket.trpc.auth.signIn.mutate(input))).toMatchObject({ code: 'WRONG_TRANSPORT' });
  expect(await refusal(socket.trpc.auth.refresh.mutate())).toMatchObject({ code: 'WRONG_TRANSPORT' });
});
