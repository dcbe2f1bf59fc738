import pg from 'pg';

/** As many as an instance of ours has. */
export const maxConnections = 10;

/** A pool on the database named as the program's argument, with the table that any chat would have, and the index it is read by. */
export async function openMessageTable(): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: process.argv[2], max: maxConnections });
  await pool.query(`
    CREATE TABLE IF NOT EXISTS message (
      id bigserial PRIMARY KEY, group_id int NOT NULL, text text NOT NULL, sent_at timestamptz NOT NULL
    );
    CREATE INDEX IF NOT EXISTS message_of_group ON message (group_id, id)`);
  return pool;
}
