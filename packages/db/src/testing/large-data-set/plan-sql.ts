import type { DataSetScale } from './data-set-scale.ts';

/** People who are in so many conversations each, by id. Everybody else is in as many as chance has it. */
export const readers = [
  { userId: 1, conversations: 10 },
  { userId: 2, conversations: 100 },
  { userId: 3, conversations: 1_000 },
] as const;

const giantMembers = 1_000;

/** Numbers that seem to be drawn, and are the same each time: from 0 up to, not including, 1. */
const dice = `
  CREATE FUNCTION pg_temp.dice(one bigint, other bigint) RETURNS double precision LANGUAGE sql IMMUTABLE AS
  $$ SELECT (hashint8extended(one * 1000003 + other, 7) & 2147483647) / 2147483648.0 $$`;

/**
 * What each conversation will be, in `pg_temp.plan`. The first is the giant; of the others the odd ones are groups, the
 * even ones direct. A few are long and most are short; they begin and end at a part, from 0 to 1, of the history.
 */
const plan = ({ messages, giantMessages, users, conversations }: DataSetScale): string => `
  CREATE TEMP TABLE plan AS
  WITH sized AS (
    SELECT k, CASE WHEN k = 1 THEN ${giantMessages}
      ELSE 1 + floor(${messages - giantMessages - conversations} * k ^ -0.7
                     / sum(k ^ -0.7) FILTER (WHERE k > 1) OVER ())::int END AS size
    FROM generate_series(1, ${conversations}) AS k
  ), peopled AS (
    SELECT k, size, CASE
      WHEN k = 1 THEN ARRAY(SELECT generate_series(1, ${giantMembers}))
      WHEN k % 2 = 0 THEN ARRAY[3 + k / 2, 4 + k / 2]
      ELSE ARRAY(
        SELECT DISTINCT 4 + floor(${users - 3} * pg_temp.dice(k, j) ^ 2)::int
        FROM generate_series(1, 3 + floor(47 * pg_temp.dice(k, 0) ^ 5)::int) AS j
      ) || ARRAY(SELECT user_id FROM reader WHERE reader.k = sized.k)
    END AS members
    FROM sized
  )
  SELECT k, size, members, cardinality(members) AS member_count,
    -- Of larger groups one has left; of fifty messages one was edited or deleted.
    CASE WHEN cardinality(members) > 10 THEN 1 ELSE 0 END AS left_count, (size + 43) / 50 AS rewritten_count,
    CASE WHEN k = 1 THEN 0 ELSE (1 - pg_temp.dice(k, -1) ^ 2) * 0.9 * pg_temp.dice(k, -2) END AS begins,
    CASE WHEN k = 1 THEN 1 ELSE 1 - pg_temp.dice(k, -1) ^ 2 END AS ends
  FROM peopled`;

const readerPlan = ({ conversations }: DataSetScale): string => `
  CREATE TEMP TABLE reader AS
  SELECT user_id, 1 + 2 * floor(j * ${conversations / 2}::float8 / conversation_count)::int AS k
  FROM (VALUES ${readers.map(({ userId, conversations: count }) => `(${userId}, ${count})`).join(', ')})
    AS reader (user_id, conversation_count)
  CROSS JOIN generate_series(0, conversation_count - 1) AS j
  WHERE j > 0`;

export const planSql = (scale: DataSetScale): string[] => [
  dice,
  readerPlan(scale),
  'CREATE INDEX ON reader (k)',
  plan(scale),
  'ALTER TABLE plan ADD PRIMARY KEY (k)',
  'ANALYZE plan',
];
