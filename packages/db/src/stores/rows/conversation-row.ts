import { type Conversation, limits } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import {
  type ConversationHeadRow,
  conversationHeadJson,
  toConversationHead,
} from './conversation-head-row.ts';
import { type MessageRow, messageJson, toMessage } from './message-row.ts';
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
 * active member of. `where` may speak of the conversation `c`. `shownParticipants` is how many participants each carries;
 * null for all.
 */
export const conversationsOf = (
  userId: number,
  where: Prisma.Sql,
  shownParticipants: number | null,
) => Prisma.sql`
  SELECT c.id, c.last_activity_at, json_build_object(
    'head', ${conversationHeadJson}, 'version', c.version, 'lastSeq', c.last_seq,
    'lastActivityAt', ${ms('c.last_activity_at')}, 'lastMessage', CASE WHEN m.id IS NOT NULL THEN ${messageJson} END,
    'readSeq', mark.read_seq, 'uncountedCount', uncounted.count, 'uncountedSeqs', uncounted.seqs,
    'membership', (SELECT ${participantJson} FROM participant p JOIN "user" u ON u.id = p.user_id
                   WHERE p.conversation_id = c.id AND p.user_id = mine.user_id),
    'participantCount', c.participant_count,
    'participants', (SELECT coalesce(json_agg(${participantJson} ORDER BY p.user_id), '[]')
                     FROM participant p JOIN "user" u ON u.id = p.user_id
                     WHERE p.conversation_id = c.id AND p.user_id = ANY (shown.ids)),
    'receipts', (SELECT coalesce(json_agg(${receiptJson} ORDER BY r.user_id), '[]') FROM receipt r
                 WHERE r.conversation_id = c.id AND r.user_id = ANY (shown.ids || mine.user_id)),
    'preference', CASE WHEN f.user_id IS NOT NULL THEN ${preferenceJson} END,
    'users', (SELECT coalesce(json_agg(${userJson} ORDER BY u.id), '[]') FROM "user" u
              WHERE m.id IS NOT NULL AND u.id = ANY (people_named(m.sender_id, m.payload)) AND u.id <> ALL (shown.ids))
  ) AS conversation
  FROM participant mine
  JOIN conversation c ON c.id = mine.conversation_id
  JOIN receipt mark ON mark.conversation_id = c.id AND mark.user_id = mine.user_id
  LEFT JOIN message m ON m.conversation_id = c.id AND m.seq = c.last_seq AND m.seq > mine.visible_from_seq
  LEFT JOIN preference f ON f.conversation_id = c.id AND f.user_id = mine.user_id
  CROSS JOIN LATERAL (${shownIds(shownParticipants)}) shown
  CROSS JOIN LATERAL (${uncounted}) uncounted
  WHERE mine.user_id = ${userId} AND mine.left_at IS NULL AND ${where}`;

const shownIds = (limit: number | null) => Prisma.sql`
  SELECT coalesce(array_agg(first.user_id), '{}') AS ids FROM (
    SELECT p.user_id FROM participant p WHERE p.conversation_id = c.id AND p.left_at IS NULL
    ORDER BY p.user_id LIMIT ${limit}::int
  ) AS first`;

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
