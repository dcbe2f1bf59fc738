import type { Bus } from '@vibe/chat';
import { openClient } from '@vibe/db';
import { createTestDatabase } from '@vibe/db/testing';
import { startTestServer, type TestServer } from '../../src/testing/start-test-server.ts';
import { type Digest, databaseDigest } from './database-digest.ts';
import { type Enrol, openEnrolment } from './people.ts';

/** A server with a database of its own, and eyes on that database. For `await using`. */
export interface Stage extends AsyncDisposable {
  server: TestServer;
  enrol: Enrol;
  digest(): Promise<Digest>;
  /** Empties the database. Digests read all of it, and would take longer from scene to scene. */
  clear(): Promise<void>;
}

const unlimited = { points: 1_000_000, seconds: 60 };
const rates = {
  callsPerAddress: unlimited,
  connectionsPerAddress: unlimited,
  signInsPerAddress: unlimited,
};

/** What is asked here is who may do what; how often is asked elsewhere. */
export async function openStage(options: { bus?: Bus } = {}): Promise<Stage> {
  await using started = new AsyncDisposableStack();
  const database = started.use(await createTestDatabase('postgres'));
  const server = started.use(await startTestServer({ database, rates, ...options }));
  const { prisma } = started.use(openClient(database));
  const eyes = await databaseDigest(prisma);
  const enrol = await openEnrolment(server, prisma);
  const held = started.move();
  return { server, enrol, ...eyes, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
