import pg from 'pg';

export interface QueryCount extends AsyncDisposable {
  /** Statements, as the database counts them: those that begin and end transactions, too. */
  sinceBegin(): Promise<number>;
}

/** Of everybody in that database but ourselves, by `pg_stat_statements`, which must be there. */
export async function countQueries(databaseUrl: string): Promise<QueryCount> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const total = async (): Promise<number> => {
    const { rows } = await client.query(`
      SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND query NOT LIKE '%pg_stat_statements%'`);
    return rows[0]?.calls ?? 0;
  };
  const before = await total();
  return {
    sinceBegin: async () => (await total()) - before,
    [Symbol.asyncDispose]: () => client.end(),
  };
}
