import type pg from 'pg';
import type { Inhabitant } from './shape.ts';

/** Of a person's session, which their token names. */
export const sessionIdOf = (userId: number): string =>
  `00000000-0000-4000-8000-${userId.toString(16).padStart(12, '0')}`;

/** Writes them into an empty, migrated database, as the server itself would: each group by its first member. */
export async function populate(client: pg.Client, inhabitants: readonly Inhabitant[]): Promise<void> {
  const userIds = inhabitants.map(({ userId }) => userId);
  await client.query(
    `INSERT INTO "user" (id, full_name) SELECT id, 'Person ' || id FROM unnest($1::int[]) AS id`,
    [userIds],
  );
  await openSessions(client, userIds);
  const members = inhabitants.flatMap(({ userId, conversationIds }) =>
    conversationIds.map((conversationId) => ({ userId, conversationId })),
  );
  await client.query('CREATE TEMPORARY TABLE member (conversation_id int, user_id int)');
  await client.query('INSERT INTO member SELECT * FROM unnest($1::int[], $2::int[])', [
    members.map(({ conversationId }) => conversationId),
    members.map(({ userId }) => userId),
  ]);
  await client.query(groups);
}

/** Gives each of them the session that `sessionIdOf` names, once. */
export async function openSessions(client: pg.Client, userIds: readonly number[]): Promise<void> {
  await client.query(
    `INSERT INTO session (id, user_id, expires_at)
     SELECT id, user_id, now() + interval '30 days' FROM unnest($1::uuid[], $2::int[]) AS s (id, user_id)
     ON CONFLICT DO NOTHING`,
    [userIds.map(sessionIdOf), userIds],
  );
}

/** Versions as `createConversation` of `packages/db` gives them: the conversation has the first, its members the next. */
const groups = `
  INSERT INTO conversation (id, type, name, created_by_id, version, state_version, participant_count)
  SELECT conversation_id, 'group', 'Group ' || conversation_id, min(user_id), 1 + count(*), 1, count(*)
  FROM member GROUP BY conversation_id;

  INSERT INTO participant (conversation_id, user_id, role, join_version, version)
  SELECT conversation_id, user_id, CASE WHEN place = 1 THEN 'owner' ELSE 'member' END::participant_role,
         1 + place, 1 + place
  FROM (SELECT *, row_number() OVER (PARTITION BY conversation_id ORDER BY user_id) AS place FROM member) AS m;

  INSERT INTO receipt (conversation_id, user_id) SELECT conversation_id, user_id FROM member;

  SELECT setval('user_id_seq', (SELECT max(id) FROM "user")),
         setval('conversation_id_seq', (SELECT max(id) FROM conversation));
  ANALYZE`;
