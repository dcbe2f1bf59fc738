import type pg from 'pg';

/** Ends that many transactions that do nothing but take an id. Returns the first. */
export async function passTransactions(client: pg.Client, count: number): Promise<number> {
  const { rows } = await client.query<{ first: string }>('SELECT pg_current_xact_id()::text AS first');
  await client.query(`
    DO $$ BEGIN
      FOR n IN 1..${count} LOOP
        PERFORM pg_current_xact_id();
        COMMIT;
      END LOOP;
    END $$`);
  return Number(rows[0]?.first);
}
