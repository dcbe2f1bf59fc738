import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatClient, createChatClient, fixedToken } from '@vibe/client';
import { migrate, openDatabase } from '@vibe/db';
import { startTestServer, type TestServer, type TestUser, testPassword } from '@vibe/server/testing';
import { type ConversationIds, type People, populate } from './populate.ts';

/** A chat that is in full use: one server, with people who have talked for weeks. */
export interface World extends AsyncDisposable {
  url: string;
  people: People;
  conversationIds: ConversationIds;
  password: string;
  /** Does things as anybody. */
  chat: TestServer['chat'];
  /** Some of them are there now, and can be seen to type. */
  present: Record<'ana' | 'jonas' | 'leo' | 'yuki', ChatClient>;
}

const webDirectory = new URL('../../dist', import.meta.url).pathname;
/** One person looks at everything there is, many times a minute. */
const plenty = { points: 1_000_000, seconds: 60 };
const rates = {
  callsPerUser: plenty,
  callsPerAddress: plenty,
  connectionsPerAddress: plenty,
  signInsPerAddress: plenty,
  signInsPerEmail: plenty,
};

export async function startWorld(): Promise<World> {
  await using opened = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), 'vibe-world-'));
  opened.defer(() => rm(directory, { recursive: true }));
  const database = opened.use(await openDatabase({ dataDir: join(directory, 'database') }));
  await migrate(database);
  const server = opened.use(await startTestServer({ database, rates, webDirectory }));
  const inhabitants = await populate(server);
  const present = {
    ana: await arrive(opened, server, inhabitants.people.ana),
    jonas: await arrive(opened, server, inhabitants.people.jonas),
    leo: await arrive(opened, server, inhabitants.people.leo),
    yuki: await arrive(opened, server, inhabitants.people.yuki),
  };
  const held = opened.move();
  return {
    url: server.url,
    ...inhabitants,
    password: testPassword,
    chat: server.chat,
    present,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

const longMs = 24 * 60 * 60_000;

async function arrive(
  opened: AsyncDisposableStack,
  server: TestServer,
  { caller }: TestUser,
): Promise<ChatClient> {
  const token = fixedToken(await server.accessToken(caller, longMs));
  const client = createChatClient({ url: `${server.url}/trpc`, token });
  opened.defer(() => client.close());
  client.sync.start();
  return client;
}
