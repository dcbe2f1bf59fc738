import { randomUUID } from 'node:crypto';
import { limits } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, type TestUser } from '../src/testing/start-test-server.ts';
import { httpClient, refusal } from './clients.ts';
import { RawSocket } from './raw-socket.ts';

const resources = new AsyncDisposableStack();
let server: TestServer;
let ana: TestUser;
let trpc: ReturnType<typeof httpClient>;
let conversationId: number;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('pglite'));
  server = resources.use(await startTestServer({ database }));
  ana = await server.signUp('Ana', 'admin');
  trpc = httpClient(server, ana.accessToken);
  conversationId = (await trpc.conversation.create.mutate({ type: 'group', name: 'Odd', userIds: [] })).id;
});
afterAll(() => resources.disposeAsync());

const keyOf = (text: string): string => Buffer.from(text).toString('base64url');

test.for([
  'https://x.example/\0',
  'https://x.example/\ud800',
  ' https://x.example/',
  'https://x.example/a b',
  'javascript:alert(1)',
  'https://',
])('%j is no address of a picture', async (avatarUrl) => {
  const { code, fields } = await refusal(trpc.user.update.mutate({ avatarUrl }));
  expect(code).toBe('BAD_INPUT');
  expect(fields?.avatarUrl).toMatch(/^avatarUrl must /);
  expect((await trpc.auth.me.query()).user.avatarUrl).toBeNull();
});

test.for(['0000-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59-12:00'])(
  'nothing is muted until %s',
  async (mutedUntil) => {
    const { code, fields } = await refusal(
      trpc.conversation.setPreference.mutate({ conversationId, mutedUntil }),
    );
    expect(code).toBe('BAD_INPUT');
    expect(fields?.mutedUntil).toMatch(/^mutedUntil must /);
  },
);

test('the end of the year 9999 stands for always', async () => {
  const mutedUntil = '9999-12-31T23:59:59.999Z';
  expect(await trpc.conversation.setPreference.mutate({ conversationId, mutedUntil })).toMatchObject({
    mutedUntil,
  });
});

test.for(['', '[]', '1', '[9007199254740991,"Ana"]', '[-1,"Ana"]', '[1,"a\\u0000"]', '[1,"\\ud800"]'])(
  'a key that no page of people gave is refused: %j',
  async (text) => {
    const after = keyOf(text);
    expect(await refusal(trpc.user.search.query({ query: '', after }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await refusal(trpc.user.listActive.query({ after }))).toMatchObject({ code: 'BAD_INPUT' });
  },
);

test.for(['', 'x', '1.2.3', '-1', '-9007199254740991.1', '1e3', '9007199254740993'])(
  'a key that no page of conversations or reports gave is refused: %j',
  async (text) => {
    const after = keyOf(text);
    expect(await refusal(trpc.conversation.list.query({ after }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await refusal(trpc.report.list.query({ after }))).toMatchObject({ code: 'BAD_INPUT' });
  },
);

test('an id beyond every id in the database is refused by name, or has nothing after it', async () => {
  const after = Number.MAX_SAFE_INTEGER;
  const refused = await refusal(trpc.receipt.list.query({ conversationId, after }));
  expect(refused).toMatchObject({ code: 'BAD_INPUT' });
  const reports = await trpc.report.list.query({ after: keyOf(String(after)) });
  expect(reports).toEqual({ reports: [], nextKey: null });
});

test('people with the longest names are found, page by page', async () => {
  const prefix = '\u0001\u{1f3c3}'.repeat(limits.nameChars / 2 - 1);
  const names = ['a', 'b', 'c'].map((end) => `${prefix}${end}!`);
  for (const fullName of names) {
    const email = `${randomUUID()}@example.com`;
    await trpc.auth.signUp.mutate({ email, password: 'long enough', fullName });
  }
  const found: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await trpc.user.search.query({ query: prefix, limit: 1, ...(after && { after }) });
    found.push(...page.users.map(({ fullName }) => fullName));
    after = page.nextKey;
  }
  expect(found).toEqual(names);
});

test('bytes that are no UTF-8 are refused, and nothing is stored', async () => {
  const before = await trpc.message.list.query({ conversationId });
  const [head, tail] = JSON.stringify({ conversationId, clientId: randomUUID(), content: 'a|b' }).split('|');
  const body = Buffer.concat([Buffer.from(head ?? ''), Buffer.from([0xff]), Buffer.from(tail ?? '')]);
  const response = await fetch(`${server.url}/trpc/message.send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ana.accessToken}` },
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { message: 'The body is not well-formed UTF-8.', data: { chat: { code: 'BAD_INPUT' } } },
  });
  expect((await trpc.message.list.query({ conversationId })).messages).toEqual(before.messages);
});

test.for(['', 'x', 'a\nb', '\0', 'x'.repeat(10_000)])(
  'P19: a stream is reset where its cursor cannot be one: %j',
  async (cursor) => {
    using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
    socket.call(1, 'subscription', 'sync.stream', { cursor });
    const types = () =>
      socket.frames.flatMap((frame) => /"(ready|reset|caughtUp)"/.exec(JSON.stringify(frame))?.[1] ?? []);
    await expect.poll(types).toEqual(['ready', 'reset', 'caughtUp']);
  },
);
