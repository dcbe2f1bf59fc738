import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

export interface QueryCount extends AsyncDisposable {
  /** Statements, as the database counts them: those that begin and end transactions, too. */
  sinceBegin(): Promise<number>;
}

/** Of everybody in that database but ourselves, by `pg_stat_statements`, which its server must have loaded. */
export async function countQueries(databaseUrl: string): Promise<QueryCount> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await track(client, 'top');
  const before = await total(client);
  return {
    sinceBegin: async () => (await total(client)) - before,
    async [Symbol.asyncDispose]() {
      await track(client, 'none');
      await client.end();
    },
  };
}

/** In all sessions, from their next statement on. */
async function track(client: pg.Client, what: 'top' | 'none'): Promise<void> {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
  await client.query('SELECT pg_reload_conf()');
  // Whoever reads the settings next is told of them a moment later.
  await setTimeout(100);
}

async function total(client: pg.Client): Promise<number> {
  const { rows } = await client.query(`
    SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND query NOT LIKE '%pg_stat_statements%'`);
  return rows[0]?.calls ?? 0;
}
