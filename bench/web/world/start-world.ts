import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase } from '@vibe/db';
import { startTestServer, type TestServer } from '@vibe/server/testing';
import { type Inhabitants, keepInhabitants, readInhabitants } from './inhabitants.ts';
import { populate } from './populate.ts';
import { worldDirectory } from './world-directory.ts';

/** Loading 100,000 messages takes more calls a minute than a person may make. */
const plenty = { points: 1_000_000, seconds: 60 };
const rates = {
  callsPerUser: plenty,
  callsPerAddress: plenty,
  signInsPerAddress: plenty,
  signInsPerEmail: plenty,
};

export interface World extends Inhabitants, AsyncDisposable {
  url: string;
}

/** The server on its embedded database, with the conversations to measure in. The first time they are made, which takes a minute. */
export async function startWorld(webDirectory: string): Promise<World> {
  const directory = worldDirectory();
  const known = await readInhabitants(directory);
  if (!known) await rm(directory, { recursive: true, force: true });
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await openDatabase({ dataDir: join(directory, 'database') }));
  await migrate(database);
  const server = opened.use(await startTestServer({ database, rates, webDirectory }));
  const inhabitants = known ?? (await makeWorld(server, directory));
  const held = opened.move();
  return { ...inhabitants, url: server.url, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

async function makeWorld(server: TestServer, directory: string): Promise<Inhabitants> {
  console.log('Making the conversations to measure in; they are kept for the next run.');
  const inhabitants = await populate(server);
  await keepInhabitants(directory, inhabitants);
  return inhabitants;
}
