import { limits } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import {
  type ChangeRows,
  type MessageChangeRow,
  participantChangeJson,
  senderReadSeqLater,
} from '../rows/change-rows.ts';
import { conversationHeadJson } from '../rows/conversation-head-row.ts';
import { type ConversationRows, conversationsJson } from '../rows/conversation-row.ts';
import { messageJson, namedUsersJson } from '../rows/message-row.ts';
import { type ParticipantRow, participantJson } from '../rows/participant-row.ts';
import { type PreferenceRow, preferenceJson } from '../rows/preference-row.ts';
import { type ReceiptRow, receiptJson } from '../rows/receipt-row.ts';
import { type UserRow, userJson } from '../rows/user-row.ts';

/** What one reader asks for. */
export interface ReplayAsk {
  userId: number;
  mark: bigint;
  max: { rows: number; messages: number };
  conversationId: number | null;
}

/** What changed for one reader, but for the messages. */
export interface ReplayRow extends Omit<ChangeRows, 'messages'> {
  /** The mark lies in this database's future: it was restored from before the mark was given out. */
  isAhead: boolean;
  /** The conversations whose messages they may see, of those that changed. */
  seen: { conversationId: number; visibleFromSeq: number }[];
  joined: ConversationRows;
  left: ParticipantRow[];
  receipts: ReceiptRow[];
  preferences: PreferenceRow[];
  users: UserRow[];
  /** In the first row: those of all readers, each once. Null in the others, and where they are too many to look at. */
  messages: ChangedMessageRow[] | null;
}

/** A changed message, and the transaction that changed it. */
export interface ChangedMessageRow extends MessageChangeRow {
  changed: number;
}

/** Up to so many conversations, or receipts, that changed anywhere are looked at before those of each membership are. */
const fewChanged = 50;

/**
 * What several readers missed: one statement and one snapshot, a row for each of them in the order asked. A message is read
 * and written once, however many of them missed it.
 *
 * It reads what changed, by the indexes on `changed`, and never a conversation's unchanged messages: the inner limits keep
 * the planner from mixing other conditions into those scans, and from reading a table to join it. Each part stops just
 * beyond `max.rows`, where the answer is null anyway; and each conversation's messages, the latest changed first, just beyond
 * `max.messages`, where none of them is told.
 */
export function replaySql(asks: readonly ReplayAsk[]): Prisma.Sql {
  const maxRows = Math.max(...asks.map(({ max }) => max.rows));
  const maxMessages = Math.max(...asks.map(({ max }) => max.messages));
  const [lowest = 0n] = asks.map(({ mark }) => mark).sort((one, other) => Number(one - other));
  // With those of truncated conversations, which are counted and not told.
  const looked = 4 * maxRows;
  const enough = Prisma.sql`LIMIT ${maxRows + 1}`;
  const narrowed = (id: string): Prisma.Sql =>
    Prisma.sql`(asked.conversation_id IS NULL OR ${Prisma.raw(id)} = asked.conversation_id)`;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT * FROM unnest(
        ${asks.map(({ userId }) => userId)}::int[], ${asks.map(({ mark }) => mark)}::bigint[],
        ${asks.map(({ conversationId }) => conversationId)}::int[]
      ) WITH ORDINALITY AS asked (user_id, mark, conversation_id, ordinal)
    ), changed_anywhere AS MATERIALIZED (
      SELECT id FROM conversation WHERE changed >= ${lowest} ORDER BY changed LIMIT ${fewChanged + 1}
    ), receipts_anywhere AS MATERIALIZED (
      SELECT conversation_id, user_id FROM receipt WHERE changed >= ${lowest} ORDER BY changed LIMIT ${fewChanged + 1}
    ), changed_users AS MATERIALIZED (
      SELECT * FROM "user" WHERE changed >= ${lowest}
    ), membership AS MATERIALIZED (
      SELECT asked.ordinal, p.conversation_id FROM asked CROSS JOIN LATERAL (
        SELECT conversation_id FROM participant WHERE user_id = asked.user_id AND left_at IS NULL OFFSET 0
      ) AS p
      WHERE ${narrowed('p.conversation_id')} AND (
        (SELECT count(*) FROM changed_anywhere) > ${fewChanged} OR (SELECT count(*) FROM receipts_anywhere) > ${fewChanged})
    ), kept AS MATERIALIZED (
      SELECT asked.ordinal, c.id, p.visible_from_seq, c.state_changed, c.participant_count
      FROM (
        SELECT asked.ordinal, c.id FROM asked, changed_anywhere c
        WHERE (SELECT count(*) FROM changed_anywhere) <= ${fewChanged}
        UNION ALL
        SELECT m.ordinal, m.conversation_id FROM membership m
        WHERE (SELECT count(*) FROM changed_anywhere) > ${fewChanged}
      ) AS candidate
      JOIN asked USING (ordinal)
      CROSS JOIN LATERAL (
        SELECT * FROM conversation WHERE id = candidate.id AND changed >= asked.mark AND ${narrowed('id')} LIMIT 1
      ) AS c
      CROSS JOIN LATERAL (
        SELECT visible_from_seq FROM participant
        WHERE conversation_id = c.id AND user_id = asked.user_id AND left_at IS NULL AND join_changed < asked.mark LIMIT 1
      ) AS p
    ), joined AS MATERIALIZED (
      SELECT asked.ordinal, p.conversation_id AS id, p.visible_from_seq FROM asked CROSS JOIN LATERAL (
        SELECT * FROM participant WHERE user_id = asked.user_id AND changed >= asked.mark ORDER BY changed
      ) AS p
      WHERE p.join_changed >= asked.mark AND p.left_at IS NULL AND ${narrowed('p.conversation_id')}
    ), seen AS MATERIALIZED (
      SELECT ordinal, id, visible_from_seq FROM kept UNION ALL SELECT ordinal, id, visible_from_seq FROM joined
    ), changed_messages AS MATERIALIZED (
      SELECT m.* FROM (SELECT id, min(asked.mark) AS mark FROM seen JOIN asked USING (ordinal) GROUP BY id) AS seen
      CROSS JOIN LATERAL (
        SELECT * FROM message WHERE conversation_id = seen.id AND changed >= seen.mark
        ORDER BY changed DESC LIMIT ${maxMessages + 1}
      ) AS m
      LIMIT ${looked + 1}
    )
    SELECT asked.mark > pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "isAhead",
      CASE WHEN asked.ordinal = 1 AND (SELECT count(*) FROM changed_messages) <= ${looked} THEN
        ${all(Prisma.sql`
          SELECT json_build_object('message', ${messageJson}, 'users', ${namedUsersJson},
            'senderReadSeq', ${senderReadSeqLater}, 'changed', m.changed) AS row FROM changed_messages m`)} END AS messages,
      ${all(Prisma.sql`
        SELECT json_build_object('conversationId', seen.id, 'visibleFromSeq', seen.visible_from_seq) AS row
        FROM seen WHERE seen.ordinal = asked.ordinal ${enough}`)} AS seen,
      ${all(Prisma.sql`
        SELECT ${conversationHeadJson} AS row FROM kept
        CROSS JOIN LATERAL (SELECT * FROM conversation WHERE id = kept.id LIMIT 1) AS c
        WHERE kept.ordinal = asked.ordinal AND kept.state_changed >= asked.mark ${enough}`)} AS heads,
      ${all(Prisma.sql`
        SELECT ${participantChangeJson} AS row FROM kept AS c
        CROSS JOIN LATERAL (
          SELECT * FROM participant WHERE conversation_id = c.id AND changed >= asked.mark ORDER BY changed ${enough}
        ) AS p
        CROSS JOIN LATERAL (SELECT * FROM "user" WHERE id = p.user_id LIMIT 1) AS u
        WHERE c.ordinal = asked.ordinal ${enough}`)} AS participants,
      ${conversationsJson(
        Prisma.sql`asked.user_id`,
        Prisma.sql`SELECT id FROM joined WHERE joined.ordinal = asked.ordinal ${enough}`,
        limits.summaryParticipants,
      )} AS joined,
      ${all(Prisma.sql`
        SELECT ${participantJson} AS row FROM (
          SELECT * FROM participant WHERE user_id = asked.user_id AND changed >= asked.mark ORDER BY changed
        ) AS p
        CROSS JOIN LATERAL (SELECT * FROM "user" WHERE id = p.user_id LIMIT 1) AS u
        WHERE p.left_at IS NOT NULL AND ${narrowed('p.conversation_id')} ${enough}`)} AS "left",
      ${all(Prisma.sql`
        SELECT ${receiptJson} AS row FROM (${changedReceipts(maxRows)}) AS r
        CROSS JOIN LATERAL (SELECT participant_count FROM conversation WHERE id = r.conversation_id LIMIT 1) AS c
        CROSS JOIN LATERAL (${activeMember('asked.user_id')}) AS mine
        CROSS JOIN LATERAL (${activeMember('r.user_id')}) AS theirs
        WHERE (c.participant_count <= ${limits.receiptStreamMembers} OR r.user_id = asked.user_id)
          AND ${narrowed('r.conversation_id')} ${enough}`)} AS receipts,
      ${all(Prisma.sql`
        SELECT ${preferenceJson} AS row FROM (
          SELECT * FROM preference WHERE user_id = asked.user_id AND changed >= asked.mark ORDER BY changed
        ) AS f
        CROSS JOIN LATERAL (
          SELECT FROM participant
          WHERE conversation_id = f.conversation_id AND user_id = asked.user_id AND left_at IS NULL LIMIT 1
        ) AS mine
        WHERE ${narrowed('f.conversation_id')} ${enough}`)} AS preferences,
      ${all(Prisma.sql`
        SELECT ${userJson} AS row FROM changed_users u
        CROSS JOIN LATERAL (
          SELECT FROM participant theirs
          CROSS JOIN LATERAL (
            SELECT FROM participant
            WHERE conversation_id = theirs.conversation_id AND user_id = asked.user_id AND left_at IS NULL LIMIT 1
          ) AS mine
          WHERE theirs.user_id = u.id AND theirs.left_at IS NULL AND ${narrowed('theirs.conversation_id')} LIMIT 1
        ) AS shared
        WHERE u.changed >= asked.mark ${enough}`)} AS users
    FROM asked ORDER BY asked.ordinal`;
}

/** Of the receipts that changed since the mark: few of anybody, or those of each membership. Rights are not looked at. */
const changedReceipts = (maxRows: number): Prisma.Sql => Prisma.sql`
  SELECT found.* FROM receipts_anywhere few
  CROSS JOIN LATERAL (
    SELECT * FROM receipt
    WHERE conversation_id = few.conversation_id AND user_id = few.user_id AND changed >= asked.mark LIMIT 1
  ) AS found
  WHERE (SELECT count(*) FROM receipts_anywhere) <= ${fewChanged}
  UNION ALL
  SELECT found.* FROM membership m
  CROSS JOIN LATERAL (
    SELECT * FROM receipt WHERE conversation_id = m.conversation_id AND changed >= asked.mark
    ORDER BY changed LIMIT ${maxRows + 1}
  ) AS found
  WHERE m.ordinal = asked.ordinal AND (SELECT count(*) FROM receipts_anywhere) > ${fewChanged}`;

/** One row if that person is an active member of the conversation of `r`. */
const activeMember = (userId: string): Prisma.Sql => Prisma.sql`
  SELECT FROM participant
  WHERE conversation_id = r.conversation_id AND user_id = ${Prisma.raw(userId)} AND left_at IS NULL LIMIT 1`;

/** The JSON column `row` of every row, as one array. */
const all = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(part.row), '[]') FROM (${rows}) AS part)`;
