import { type Conversation, limits } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import {
  type ConversationHeadRow,
  conversationHeadJson,
  toConversationHead,
} from './conversation-head-row.ts';
import { type MessageRow, messageJson, peopleNamed, toMessage } from './message-row.ts';
import { type ParticipantRow, participantJson, toParticipant } from './participant-row.ts';
import { type PreferenceRow, preferenceJson, toPreference, unsetPreference } from './preference-row.ts';
import { type ReceiptRow, receiptJson, toReceipt } from './receipt-row.ts';
import { ms, toIso } from './time.ts';
import { toUser, type UserRow, userJson } from './user-row.ts';

export interface ConversationRow {
  head: ConversationHeadRow;
  version: number;
  lastSeq: number;
  lastActivityAt: number;
  lastMessage: MessageRow | null;
  readSeq: number;
  uncountedCount: number;
  uncountedSeqs: number[] | null;
  membership: ParticipantRow;
  participantCount: number;
  participants: ParticipantRow[];
  receipts: ReceiptRow[];
  preference: PreferenceRow | null;
  users: UserRow[];
}

/**
 * Conversations as `userId` sees them, one `ConversationRow` a row in the column `conversation`; only those they are an
 * active member of. `ids` is a query for their ids, in its column `id`. `shownParticipants` is how many participants each
 * carries; null for all.
 *
 * Each part is looked up by its key, for one conversation after the other: the inner limits keep the planner from reading a
 * whole group, or a whole table, to join it.
 */
export const conversationsOf = (
  userId: number | Prisma.Sql,
  ids: Prisma.Sql,
  shownParticipants: number | null,
) => Prisma.sql`
  SELECT c.id, c.last_activity_at, json_build_object(
    'head', ${conversationHeadJson}, 'version', c.version, 'lastSeq', c.last_seq,
    'lastActivityAt', ${ms('c.last_activity_at')}, 'lastMessage', CASE WHEN m.id IS NOT NULL THEN ${messageJson} END,
    'readSeq', mark.read_seq, 'uncountedCount', uncounted.count, 'uncountedSeqs', uncounted.seqs,
    'membership', (SELECT ${participantJson} FROM (SELECT mine.*) AS p JOIN "user" u ON u.id = p.user_id),
    'participantCount', c.participant_count,
    'participants', shown.participants,
    'receipts', (SELECT coalesce(json_agg(${receiptJson} ORDER BY r.user_id), '[]')
                 FROM (SELECT DISTINCT unnest(shown.ids || mine.user_id) AS id) AS reader
                 CROSS JOIN LATERAL (
                   SELECT * FROM receipt WHERE conversation_id = c.id AND user_id = reader.id LIMIT 1
                 ) AS r),
    'preference', CASE WHEN f.user_id IS NOT NULL THEN ${preferenceJson} END,
    'users', (SELECT coalesce(json_agg(${userJson} ORDER BY u.id), '[]') FROM "user" u
              WHERE m.id IS NOT NULL AND u.id = ANY (${peopleNamed}) AND u.id <> ALL (shown.ids))
  ) AS conversation
  FROM (${ids}) AS wanted
  CROSS JOIN LATERAL (
    SELECT * FROM participant
    WHERE conversation_id = wanted.id AND user_id = ${userId} AND left_at IS NULL LIMIT 1
  ) AS mine
  CROSS JOIN LATERAL (SELECT * FROM conversation WHERE id = wanted.id LIMIT 1) AS c
  CROSS JOIN LATERAL (SELECT * FROM receipt WHERE conversation_id = c.id AND user_id = ${userId} LIMIT 1) AS mark
  LEFT JOIN LATERAL (
    SELECT * FROM message WHERE conversation_id = c.id AND seq = c.last_seq AND seq > mine.visible_from_seq LIMIT 1
  ) AS m ON TRUE
  LEFT JOIN LATERAL (
    SELECT * FROM preference WHERE conversation_id = c.id AND user_id = ${userId} LIMIT 1
  ) AS f ON TRUE
  CROSS JOIN LATERAL (${shownMembers(shownParticipants)}) AS shown
  CROSS JOIN LATERAL (${uncounted}) AS uncounted`;

const shownMembers = (limit: number | null) => Prisma.sql`
  SELECT coalesce(array_agg(p.user_id), '{}') AS ids,
         coalesce(json_agg(${participantJson} ORDER BY p.user_id), '[]') AS participants
  FROM (
    SELECT * FROM participant WHERE conversation_id = c.id AND left_at IS NULL ORDER BY user_id LIMIT ${limit}::int
  ) AS p
  CROSS JOIN LATERAL (SELECT * FROM "user" WHERE id = p.user_id LIMIT 1) AS u`;

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
  ) AS after_mark`;

export const toConversation = (row: ConversationRow): Conversation => ({
  ...toConversationHead(row.head),
  version: row.version,
  lastSeq: row.lastSeq,
  lastActivityAt: toIso(row.lastActivityAt),
  lastMessage: row.lastMessage && toMessage(row.lastMessage),
  unreadCount: row.lastSeq - row.readSeq - row.uncountedCount,
  uncountedSeqs: row.uncountedSeqs,
  membership: toParticipant(row.membership),
  participantCount: row.participantCount,
  participants: row.participants.map(toParticipant),
  receipts: row.receipts.map(toReceipt),
  preference: row.preference ? toPreference(row.preference) : unsetPreference(row.head.id),
  users: row.users.map(toUser),
});
