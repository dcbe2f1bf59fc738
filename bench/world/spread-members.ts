import { readers } from '@vibe/db/testing';
import type pg from 'pg';
import type { Inhabitant } from './shape.ts';

/** Groups of a large data set, evenly spread over all of it but its giant. Its odd conversations are groups. */
export const spreadGroups = (conversations: number, count: number): number[] =>
  Array.from(
    { length: count },
    (_, index) => 1 + 2 * Math.ceil((index + 1) * ((conversations / 2 - 1) / count)),
  );

/** Whoever is in a great part of all groups would have more calls under way than one connection may. */
const everywhere = readers.map(({ userId }) => userId);

/** Those of each group's members who can send, up to so many of it, with those of these groups that they are in. */
export async function membersOf(
  client: pg.Client,
  groupIds: readonly number[],
  fromEach: number,
): Promise<Inhabitant[]> {
  const { rows } = await client.query<{ userId: number; conversationIds: number[] }>(
    `SELECT user_id AS "userId", array_agg(conversation_id) AS "conversationIds" FROM (
       SELECT conversation_id, user_id, row_number() OVER (PARTITION BY conversation_id ORDER BY user_id) AS place
       FROM participant JOIN "user" ON "user".id = user_id
       WHERE conversation_id = ANY ($1) AND left_at IS NULL AND deactivated_at IS NULL AND user_id <> ALL ($3)
     ) AS member WHERE place <= $2 GROUP BY user_id ORDER BY user_id`,
    [groupIds, fromEach, everywhere],
  );
  return rows;
}
