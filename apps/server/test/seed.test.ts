import type { Stores } from '@vibe/db';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { cast, type SeedDeps, seed } from '../../../prisma/seed.ts';
import { startTestServer, type TestServer } from '../src/testing/start-test-server.ts';

const passwords = { hash: async () => 'hash', verify: async () => false };
const depsOf = ({ chat, stores: { users } }: TestServer): SeedDeps => ({ chat, users, passwords });

/** What every one of the cast finds: their conversations with all that was said, and by whom. */
async function demoOf({ stores }: TestServer) {
  const people = Object.values(cast).map(async ({ email, fullName }) => {
    const userId = (await stores.users.credentialsByEmail(email))?.userId ?? 0;
    const { conversations } = await stores.conversations.list(userId, { limit: 50 });
    return { fullName, talks: await Promise.all(conversations.map(({ id }) => talkOf(stores, userId, id))) };
  });
  return Promise.all(people);
}

async function talkOf({ conversations, messages }: Stores, userId: number, conversationId: number) {
  const snapshot = await conversations.byId(userId, conversationId);
  const page = await messages.list(userId, { conversationId, limit: 50 });
  const nameOf = new Map(snapshot?.conversation.participants.map(({ user }) => [user.id, user.fullName]));
  return page?.messages.map(({ seq, senderId, content }) => [seq, nameOf.get(senderId), content]);
}

/** A seed that is killed when it has written something that is not among `written`, before it hears of it. */
function killedAtNext(written: Set<string>, { chat, users }: SeedDeps): SeedDeps {
  const mortal =
    <Args extends unknown[], Row extends { id: number } | null>(
      noun: string,
      write: (...args: Args) => Promise<Row>,
    ) =>
    async (...args: Args): Promise<Row> => {
      const row = await write(...args);
      const key = `${noun} ${row?.id}`;
      if (written.has(key)) return row;
      written.add(key);
      throw new Error('killed');
    };
  return {
    passwords,
    chat: {
      createConversation: mortal('conversation', chat.createConversation),
      sendMessage: mortal('message', chat.sendMessage),
    },
    users: { ...users, createWithPassword: mortal('user', users.createWithPassword) },
  };
}

test('a seed that is killed anywhere is completed by the next start, with nothing missing or twice', async () => {
  await using whole = await openServer('pglite');
  expect(await seed(depsOf(whole.server))).toBe(true);
  const demo = await demoOf(whole.server);
  expect(demo[0]?.talks.flat().length).toBeGreaterThan(10);

  await using cut = await openServer('pglite');
  const deps = depsOf(cut.server);
  const written = new Set<string>();
  while (await isKilled(killedAtNext(written, deps)));
  expect(written.size).toBeGreaterThan(20);
  expect(await demoOf(cut.server)).toEqual(demo);
  expect(await seed(deps)).toBe(false);
});

test('instances that start at once on one database fill it once', async () => {
  await using alone = await openServer('pglite');
  await seed(depsOf(alone.server));
  await using shared = await openServer('postgres');
  const deps = depsOf(shared.server);
  await Promise.all([seed(deps), seed(deps), seed(deps)]);
  expect(await demoOf(shared.server)).toEqual(await demoOf(alone.server));
});

test('a database that is in use is left alone', async () => {
  await using used = await openServer('pglite');
  await used.server.signUp('Somebody');
  expect(await seed(depsOf(used.server))).toBe(false);
  expect(await used.server.stores.users.search('', { limit: 10, after: null })).toHaveLength(1);
});

async function openServer(engine: 'pglite' | 'postgres') {
  await using started = new AsyncDisposableStack();
  const database = started.use(await createTestDatabase(engine));
  const server = started.use(await startTestServer({ database }));
  const held = started.move();
  return { server, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

async function isKilled(deps: SeedDeps): Promise<boolean> {
  try {
    await seed(deps);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ message: 'killed' });
    return true;
  }
}
