import type pg from 'pg';
import type { Prisma } from '../generated/client.ts';
import type { Database } from './database.ts';

/** A statement whose text never changes, with `$1`, `$2` … for its values. */
export interface Statement {
  name: string;
  text: string;
}

/** A query as such a statement, with its values. Under one name its text must always be the same. */
export const toStatement = (name: string, { text, values }: Prisma.Sql): [Statement, unknown[]] => [
  { name, text },
  values,
];

/** A `bigint` as it comes: `pg` gives its text, and Prisma, within whose transactions a statement may be tried, the number. */
export type WholeNumber = string | bigint;

/** Carries out a statement by itself, in a transaction of its own. */
export type AskStatement = <Row extends object>(statement: Statement, values: unknown[]) => Promise<Row[]>;

/**
 * Past Prisma, which parses, checks and converts again what `pg` has at hand: for what is asked so often that this costs more
 * than the answer (decision 14). A Postgres keeps the statement prepared in each session; the sessions of the embedded database
 * are one, in which two connections would prepare it under one name.
 */
export const askOf =
  (pool: pg.Pool, kind: Database['kind']): AskStatement =>
  async <Row extends object>({ name, text }: Statement, values: unknown[]) => {
    const { rows } = await pool.query<Row>(kind === 'postgres' ? { name, text, values } : { text, values });
    return rows;
  };
