import { createTestDatabase } from '@vibe/db/testing';
import pg from 'pg';
import { startTestServer, type TestServer } from '../../src/testing/start-test-server.ts';
import { type Digest, databaseDigest } from './database-digest.ts';
import { type Accounts, openAccounts } from './people.ts';

/** A server with a database of its own, and eyes on that database. For `await using`. */
export interface Stage extends AsyncDisposable {
  server: TestServer;
  accounts: Accounts;
  digest(): Promise<Digest>;
}

const unlimited = { points: 1_000_000, seconds: 60 };
const rates = {
  callsPerAddress: unlimited,
  connectionsPerAddress: unlimited,
  signInsPerAddress: unlimited,
};

/** What is asked here is who may do what; how often is asked elsewhere. */
export async function openStage(): Promise<Stage> {
  await using started = new AsyncDisposableStack();
  const database = started.use(await createTestDatabase('postgres'));
  const server = started.use(await startTestServer({ database, rates }));
  const client = started.adopt(new pg.Client(database.connection), (opened) => opened.end());
  await client.connect();
  const digest = await databaseDigest(client);
  const accounts = await openAccounts(server);
  const held = started.move();
  return { server, accounts, digest, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
