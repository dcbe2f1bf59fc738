import { randomUUID } from 'node:crypto';
import type { Database } from '@vibe/db';
import { createTestDatabase } from '@vibe/db/testing';
import { type RedisServer, startRedis } from '@vibe/realtime/testing';
import { expect } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { openBus } from '../../src/open-bus.ts';
import { startTestServer, type TestServer } from '../../src/testing/start-test-server.ts';

/** Two instances on one real Postgres and one real Redis. For `await using`. */
export interface Cluster extends AsyncDisposable {
  here: TestServer;
  there: TestServer;
  redis: RedisServer;
  database: Database;
  /** What makes another process one of them. */
  env: { DATABASE_URL: string; REDIS_URL: string; AUTH_SECRET: string };
  /** Whether both say that notices get across. */
  areConnected(): boolean;
}

export async function openCluster(): Promise<Cluster> {
  await using started = new AsyncDisposableStack();
  const database = started.use(await createTestDatabase('postgres'));
  const redis = started.use(await startRedis());
  const secret = randomUUID() + randomUUID();
  const instance = async () => {
    const bus = started.use(openBus(redis.url, secret, createLogger('silent')));
    return { bus, server: started.use(await startTestServer({ database, secret, bus })) };
  };
  const one = await instance();
  const other = await instance();
  const areConnected = () => one.bus.isConnected && other.bus.isConnected;
  await expect.poll(areConnected, { timeout: 15_000 }).toBe(true);
  const held = started.move();
  return {
    here: one.server,
    there: other.server,
    redis,
    database,
    env: {
      DATABASE_URL: String(database.connection.connectionString),
      REDIS_URL: redis.url,
      AUTH_SECRET: secret,
    },
    areConnected,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
