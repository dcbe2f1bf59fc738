import { type Conversation, limits, type Participant } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { type Columns, columnsJson, rowsOf } from './columns.ts';
import {
  type ConversationHeadRow,
  conversationHeadColumns,
  toConversationHead,
} from './conversation-head-row.ts';
import { type MessageRow, messageColumns, peopleNamed, toMessage } from './message-row.ts';
import { type MembershipRow, membershipColumns, toParticipant } from './participant-row.ts';
import { type PreferenceRow, preferenceColumns, toPreference, unsetPreference } from './preference-row.ts';
import { type ReceiptRow, receiptColumns, toReceipt } from './receipt-row.ts';
import { ms, toIso } from './time.ts';
import { toUser, type UserRow, userColumns } from './user-row.ts';

interface StandingRow {
  version: number;
  lastSeq: number;
  lastActivityAt: number;
  readSeq: number;
  uncountedCount: number;
  uncountedSeqs: number[] | null;
  participantCount: number;
}

/** Conversations as one of their members sees them: all rows of a kind together, and each person once. */
export interface ConversationRows {
  heads: Columns<ConversationHeadRow>;
  /** Of `heads`, in their order. */
  standings: Columns<StandingRow>;
  lastMessages: Columns<MessageRow>;
  /** Whom each of `lastMessages` names, in their order. */
  namedIds: number[][] | null;
  /** The reader's own. */
  memberships: Columns<MembershipRow>;
  participants: Columns<MembershipRow>;
  /** The reader's own, and those of `participants`. */
  receipts: Columns<ReceiptRow>;
  preferences: Columns<PreferenceRow>;
  users: Columns<UserRow>;
}

/**
 * `ConversationRows` of the conversations as `userId` sees them; only those they are an active member of. `ids` is a query for
 * their ids, in its column `id`. `shownParticipants` is how many participants each carries; null for all.
 *
 * Each part is looked up by its key, for one conversation after the other: the inner limits keep the planner from reading a
 * whole group, or a whole table, to join it. But for preferences, where it may take all of the person's own, and then does so once.
 */
export const conversationsJson = (
  userId: number | Prisma.Sql,
  ids: Prisma.Sql,
  shownParticipants: number | null,
) => Prisma.sql`(
  WITH mine AS MATERIALIZED (
    SELECT p.* FROM (${ids}) AS wanted CROSS JOIN LATERAL (
      SELECT * FROM participant
      WHERE conversation_id = wanted.id AND user_id = ${userId} AND left_at IS NULL LIMIT 1
    ) AS p
  ), latest AS MATERIALIZED (
    SELECT m.* FROM mine
    CROSS JOIN LATERAL (SELECT last_seq FROM conversation WHERE id = mine.conversation_id LIMIT 1) AS c
    CROSS JOIN LATERAL (
      SELECT * FROM message
      WHERE conversation_id = mine.conversation_id AND seq = c.last_seq AND seq > mine.visible_from_seq LIMIT 1
    ) AS m
  ), shown AS MATERIALIZED (
    SELECT p.* FROM mine CROSS JOIN LATERAL (
      SELECT * FROM participant
      WHERE conversation_id = mine.conversation_id AND left_at IS NULL ORDER BY user_id LIMIT ${shownParticipants}::int
    ) AS p
  )
  SELECT json_build_object(
    'heads', told.heads, 'standings', told.standings,
    'lastMessages', (SELECT ${messageColumns} FROM latest AS m),
    'namedIds', (SELECT json_agg(to_json(${peopleNamed})) FROM latest AS m),
    'memberships', (SELECT ${membershipColumns} FROM mine AS p),
    'participants', (SELECT ${membershipColumns} FROM shown AS p),
    'receipts', (
      SELECT ${receiptColumns} FROM (
        SELECT conversation_id, user_id FROM mine UNION SELECT conversation_id, user_id FROM shown
        ORDER BY conversation_id, user_id
      ) AS p
      CROSS JOIN LATERAL (
        SELECT * FROM receipt WHERE conversation_id = p.conversation_id AND user_id = p.user_id LIMIT 1
      ) AS r),
    'preferences', (
      SELECT ${preferenceColumns} FROM preference AS f
      WHERE user_id = ${userId} AND conversation_id = ANY (ARRAY(SELECT conversation_id FROM mine))),
    'users', (SELECT ${userColumns} FROM "user" u WHERE u.id = ANY (ARRAY(
      SELECT user_id FROM mine UNION SELECT user_id FROM shown UNION SELECT unnest(${peopleNamed}) FROM latest AS m)))
  ) FROM (
    SELECT ${conversationHeadColumns} AS heads, ${standingColumns} AS standings FROM mine
    CROSS JOIN LATERAL (SELECT * FROM conversation WHERE id = mine.conversation_id LIMIT 1) AS c
    CROSS JOIN LATERAL (
      SELECT read_seq FROM receipt WHERE conversation_id = c.id AND user_id = mine.user_id LIMIT 1
    ) AS mark
    CROSS JOIN LATERAL (${uncounted}) AS uncounted
  ) AS told)`;

const standingColumns = columnsJson({
  version: Prisma.sql`c.version`,
  lastSeq: Prisma.sql`c.last_seq`,
  lastActivityAt: ms('c.last_activity_at'),
  readSeq: Prisma.sql`mark.read_seq`,
  uncountedCount: Prisma.sql`uncounted.count`,
  uncountedSeqs: Prisma.sql`uncounted.seqs`,
  participantCount: Prisma.sql`c.participant_count`,
});

/** What lies after the member's read mark without being unread. Two small index ranges; never the messages themselves. */
const uncounted = Prisma.sql`
  SELECT count(*)::int AS count,
         CASE WHEN count(*) <= ${limits.uncountedSeqs}::int THEN coalesce(json_agg(seq ORDER BY seq), '[]') END AS seqs
  FROM (
    SELECT seq FROM message
    WHERE conversation_id = c.id AND seq > mark.read_seq AND deleted_at IS NOT NULL
    UNION
    SELECT seq FROM message
    WHERE conversation_id = c.id AND seq > mark.read_seq AND sender_id = mine.user_id
      -- Which all are: the index is for those who say so (message_of_sender_idx).
      AND seq > 0
  ) AS after_mark`;

/** The latest activity first; of those at one time, the latest made. */
export function toConversations(rows: ConversationRows): Conversation[] {
  const belongings = belongingsOf(rows);
  const standings = rowsOf(rows.standings);
  return rowsOf(rows.heads)
    .map((head, index) => ({ head, standing: found(standings[index]) }))
    .sort(
      (one, other) =>
        other.standing.lastActivityAt - one.standing.lastActivityAt || other.head.id - one.head.id,
    )
    .map(({ head, standing }) => toConversation(head, standing, belongings));
}

const belongingsOf = (rows: ConversationRows) => ({
  lastMessages: new Map(
    rowsOf(rows.lastMessages).map((message, index) => [
      message.conversationId,
      { message, namedIds: found(rows.namedIds?.[index]) },
    ]),
  ),
  memberships: byConversation(rowsOf(rows.memberships)),
  participants: Map.groupBy(rowsOf(rows.participants), ({ conversationId }) => conversationId),
  receipts: Map.groupBy(rowsOf(rows.receipts), ({ conversationId }) => conversationId),
  preferences: byConversation(rowsOf(rows.preferences)),
  users: new Map(rowsOf(rows.users).map((user) => [user.id, user])),
});

const byConversation = <Row extends { conversationId: number }>(rows: Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.conversationId, row]));

function toConversation(
  head: ConversationHeadRow,
  { readSeq, uncountedCount, ...standing }: StandingRow,
  { users, ...belongings }: ReturnType<typeof belongingsOf>,
): Conversation {
  const withUser = (each: MembershipRow): Participant =>
    toParticipant({ ...each, user: found(users.get(each.userId)) });
  const participants = belongings.participants.get(head.id) ?? [];
  const last = belongings.lastMessages.get(head.id);
  const others = new Set(last?.namedIds);
  for (const { userId } of participants) others.delete(userId);
  const preference = belongings.preferences.get(head.id);
  return {
    ...toConversationHead(head),
    ...standing,
    lastActivityAt: toIso(standing.lastActivityAt),
    lastMessage: last ? toMessage(last.message) : null,
    unreadCount: standing.lastSeq - readSeq - uncountedCount,
    membership: withUser(found(belongings.memberships.get(head.id))),
    participants: participants.map(withUser),
    receipts: (belongings.receipts.get(head.id) ?? []).map(toReceipt),
    preference: preference ? toPreference(preference) : unsetPreference(head.id),
    users: [...others].sort((one, other) => one - other).map((id) => toUser(found(users.get(id)))),
  };
}

/** What one statement read together belongs together. */
function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A conversation was read without all that belongs to it.');
  return row;
}
