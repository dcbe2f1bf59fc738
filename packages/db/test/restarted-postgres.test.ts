import pg from 'pg';
import { expect, test } from 'vitest';
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
