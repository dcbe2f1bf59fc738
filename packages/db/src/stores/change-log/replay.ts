import type { ChangeLog, Replay } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import {
  type ChangeRows,
  messageChangeJson,
  participantChangeJson,
  senderReadSeqLater,
  toChanges,
  toParticipantChange,
} from '../rows/change-rows.ts';
import { conversationHeadJson } from '../rows/conversation-head-row.ts';
import { type ConversationRow, conversationsOf, toConversation } from '../rows/conversation-row.ts';
import { type ParticipantRow, participantJson } from '../rows/participant-row.ts';
import { type PreferenceRow, preferenceJson, toPreference } from '../rows/preference-row.ts';
import { type ReceiptRow, receiptJson, toReceipt } from '../rows/receipt-row.ts';
import { toUser, type UserRow, userJson } from '../rows/user-row.ts';

interface ReplayRow extends ChangeRows {
  /** The mark lies in this database's future: it was restored from before the mark was given out. */
  isAhead: boolean;
  /** So many messages changed that not all of them were looked at. */
  isBeyond: boolean;
  joined: ConversationRow[];
  truncatedIds: number[];
  left: ParticipantRow[];
  receipts: ReceiptRow[];
  preferences: PreferenceRow[];
  users: UserRow[];
}

export const replay =
  (prisma: PrismaClient): ChangeLog['replay'] =>
  async (userId, mark, max, conversationId) => {
    const { isAhead, isBeyond, ...row } = firstRow(
      await prisma.$queryRaw<ReplayRow[]>(replaySql(userId, mark, max, conversationId)),
    );
    const rowCount = Object.values(row).reduce((count, rows) => count + rows.length, 0);
    return isAhead || isBeyond || rowCount > max.rows ? null : toReplay(row);
  };

const toReplay = (row: Omit<ReplayRow, 'isAhead' | 'isBeyond'>): Replay => ({
  changes: toChanges(row),
  joined: row.joined.map(toConversation),
  truncatedIds: row.truncatedIds,
  // How many are left in it is no longer theirs to know.
  left: row.left.map((participant) => toParticipantChange({ participant, participantCount: 0 })),
  receipts: row.receipts.map(toReceipt),
  preferences: row.preferences.map(toPreference),
  users: row.users.map(toUser),
});

/**
 * One statement and one snapshot. It reads what changed, by the indexes on `changed`, and never a conversation's unchanged
 * messages: the inner limits keep the planner from mixing other conditions into those scans. Each part stops just
 * beyond `max.rows`, where the answer is null anyway; and
 * each conversation's messages just beyond `max.messages`, where none of them is told.
 */
export function replaySql(
  userId: number,
  mark: bigint,
  max: { rows: number; messages: number },
  conversationId: number | null,
): Prisma.Sql {
  // With those of truncated conversations, which are counted and not told.
  const looked = 4 * max.rows;
  const enough = Prisma.sql`LIMIT ${max.rows + 1}`;
  const narrowed = (id: string): Prisma.Sql =>
    conversationId === null ? Prisma.sql`TRUE` : Prisma.sql`${Prisma.raw(id)} = ${conversationId}`;
  return Prisma.sql`
    WITH kept AS MATERIALIZED (
      SELECT c.id, p.visible_from_seq, c.state_changed
      FROM participant p JOIN conversation c ON c.id = p.conversation_id
      WHERE p.user_id = ${userId} AND p.left_at IS NULL AND p.join_changed < ${mark} AND c.changed >= ${mark}
        AND ${narrowed('c.id')}
      ${enough}
    ), joined AS MATERIALIZED (
      SELECT p.conversation_id AS id, p.visible_from_seq FROM participant p
      WHERE p.user_id = ${userId} AND p.changed >= ${mark} AND p.join_changed >= ${mark} AND p.left_at IS NULL
        AND ${narrowed('p.conversation_id')}
      ${enough}
    ), changed_messages AS MATERIALIZED (
      SELECT looked_at.*, count(*) OVER (PARTITION BY looked_at.conversation_id) > ${max.messages} AS is_truncated
      FROM (
        SELECT m.*, seen.visible_from_seq
        FROM (SELECT id, visible_from_seq FROM kept UNION ALL SELECT id, visible_from_seq FROM joined) AS seen
        CROSS JOIN LATERAL (
          SELECT * FROM message WHERE conversation_id = seen.id AND changed >= ${mark}
          ORDER BY changed LIMIT ${max.messages + 1}
        ) AS m
        LIMIT ${looked + 1}
      ) AS looked_at
    )
    SELECT ${mark} > pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "isAhead",
      (SELECT count(*) FROM changed_messages) > ${looked} AS "isBeyond",
      ${all(Prisma.sql`
        SELECT ${conversationHeadJson} AS row FROM kept JOIN conversation c USING (id)
        WHERE kept.state_changed >= ${mark}`)} AS heads,
      ${all(Prisma.sql`
        SELECT ${participantChangeJson} AS row FROM kept JOIN conversation c USING (id)
        CROSS JOIN LATERAL (
          SELECT * FROM participant WHERE conversation_id = c.id AND changed >= ${mark} ORDER BY changed ${enough}
        ) AS p JOIN "user" u ON u.id = p.user_id
        ${enough}`)} AS participants,
      ${all(Prisma.sql`
        SELECT ${messageChangeJson(senderReadSeqLater)} AS row
        FROM changed_messages m WHERE NOT m.is_truncated AND m.seq > m.visible_from_seq
        ${enough}`)} AS messages,
      ${all(Prisma.sql`
        SELECT DISTINCT m.conversation_id AS row FROM changed_messages m WHERE m.is_truncated`)} AS "truncatedIds",
      ${all(Prisma.sql`
        SELECT seen.conversation AS row FROM (${conversationsOf(
          userId,
          Prisma.sql`c.id IN (SELECT id FROM joined)`,
          limits.summaryParticipants,
        )}) AS seen`)} AS joined,
      ${all(Prisma.sql`
        SELECT ${participantJson} AS row FROM participant p JOIN "user" u ON u.id = p.user_id
        WHERE p.user_id = ${userId} AND p.changed >= ${mark} AND p.left_at IS NOT NULL
          AND ${narrowed('p.conversation_id')}
        ${enough}`)} AS "left",
      ${all(Prisma.sql`
        SELECT ${receiptJson} AS row FROM receipt r
        JOIN participant mine ON mine.conversation_id = r.conversation_id AND mine.user_id = ${userId}
        JOIN participant theirs ON theirs.conversation_id = r.conversation_id AND theirs.user_id = r.user_id
        JOIN conversation c ON c.id = r.conversation_id
        WHERE r.changed >= ${mark} AND mine.left_at IS NULL AND theirs.left_at IS NULL
          AND (c.participant_count <= ${limits.receiptStreamMembers} OR r.user_id = ${userId})
          AND ${narrowed('r.conversation_id')}
        ${enough}`)} AS receipts,
      ${all(Prisma.sql`
        SELECT ${preferenceJson} AS row FROM preference f
        JOIN participant mine ON mine.conversation_id = f.conversation_id AND mine.user_id = f.user_id
        WHERE f.user_id = ${userId} AND f.changed >= ${mark} AND mine.left_at IS NULL
          AND ${narrowed('f.conversation_id')}
        ${enough}`)} AS preferences,
      ${all(Prisma.sql`
        SELECT ${userJson} AS row FROM "user" u
        WHERE u.changed >= ${mark} AND EXISTS (
          SELECT FROM participant theirs
          JOIN participant mine ON mine.conversation_id = theirs.conversation_id AND mine.user_id = ${userId}
          WHERE theirs.user_id = u.id AND theirs.left_at IS NULL AND mine.left_at IS NULL
            AND ${narrowed('mine.conversation_id')}
        )
        ${enough}`)} AS users`;
}

/** The JSON column `row` of every row, as one array. */
const all = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(json_agg(part.row), '[]') FROM (${rows}) AS part)`;
