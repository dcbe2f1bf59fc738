import type { DatabaseClient } from '@vibe/db';

/** Each table's rows as one number: two digests are equal when the tables hold the same rows. */
export type Digest = Record<string, string>;

/**
 * Left out of every row, because merely being connected changes it: when somebody was last seen is written a while
 * after their last socket closed, in the middle of some later test.
 */
const leftOut = ['last_seen_at'];

/** Of every table that the migrations make, found by asking the database: a new table is in it by itself. */
export async function databaseDigest(prisma: DatabaseClient['prisma']) {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const names = tables.map(({ name }) => name);
  const sql = names.map((name) => `SELECT '${name}' AS name, (${rowsOf(name)}) AS rows`).join(' UNION ALL ');
  return {
    async digest(): Promise<Digest> {
      const rows = await prisma.$queryRawUnsafe<{ name: string; rows: string }[]>(sql);
      return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
    },
    async clear(): Promise<void> {
      await prisma.$executeRawUnsafe(`TRUNCATE ${names.map((name) => `"${name}"`).join(', ')}`);
    },
  };
}

/** The number of rows, and the sum of their hashes: the order in which they are read does not matter. */
const rowsOf = (table: string): string => `
  SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended((to_jsonb(t) - '{${leftOut}}'::text[])::text, 0)), 0)
  FROM "${table}" AS t`;

/** The tables whose rows differ, by name. */
export const differingTables = (before: Digest, after: Digest): string[] =>
  Object.keys({ ...before, ...after })
    .filter((table) => before[table] !== after[table])
    .sort();
