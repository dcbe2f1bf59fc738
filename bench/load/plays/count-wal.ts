import pg from 'pg';

/** How many bytes Postgres has written to its log, whoever caused them: nobody else should be writing. */
export async function walPosition(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS bytes`,
    );
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}
