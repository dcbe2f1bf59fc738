import pg from 'pg';
import { expect, test } from 'vitest';
import type { Database } from '../src/database.ts';
import { type DatabaseClient, openClient } from '../src/database-client.ts';
import { startPostgres } from '../src/testing/start-postgres.ts';

test.each(['fast', 'immediate'] as const)(
  'a Postgres that is stopped (%s) and started again has what was committed',
  { timeout: 60_000 },
  async (how) => {
    await using server = await startPostgres();
    await query(server.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await server.stop(how);
    await expect(query(server.url, 'SELECT')).rejects.toThrow();
    await server.start();
    expect(await query(server.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  },
);

const ways = {
  'by Prisma':
    ({ prisma }: DatabaseClient) =>
    () =>
      prisma.$queryRaw`SELECT 1 AS one`,
  'past Prisma':
    ({ ask }: DatabaseClient) =>
    () =>
      ask({ name: 'one', text: 'SELECT 1 AS one' }, []),
};

test.each(Object.entries(ways))(
  'a client outlives a server that goes away, and finds it when it is back: %s',
  {
    timeout: 60_000,
  },
  async (_way, askBy) => {
    await using server = await startPostgres();
    const connection = { connectionString: server.url };
    await using client = openClient({ kind: 'postgres', connection } as Database);
    const ask = askBy(client);
    for (let round = 0; round < 3; round += 1) {
      const asking = Array.from({ length: 200 }, () => ask().catch(() => null));
      await server.stop('fast');
      await Promise.all(asking);
      await server.start();
      await expect.poll(() => ask().catch(() => null), { timeout: 20_000 }).toEqual([{ one: 1 }]);
    }
  },
);

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
