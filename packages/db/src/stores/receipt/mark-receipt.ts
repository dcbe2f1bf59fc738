import type { MarkResult, ReceiptStore } from '@vibe/chat';
import { Prisma } from '../../../generated/client.ts';
import { type ReceiptRow, receiptJson, toReceipt } from '../rows/receipt-row.ts';

interface MarkRow {
  receipt: ReceiptRow;
  conversationVersion: number;
  participantCount: number;
}

/**
 * Raises first and reads only where nothing was raised. In one statement the reading half would not see what a
 * concurrent mark had just written, and would answer with a mark that fell.
 */
export const markReceipt =
  (prisma: Prisma.TransactionClient): ReceiptStore['mark'] =>
  async (userId, conversationId, seq, kind) => {
    const [raised] = await prisma.$queryRaw<MarkRow[]>(raise(userId, conversationId, seq, kind));
    if (raised) return toResult(raised, true);
    const [unmoved] = await prisma.$queryRaw<MarkRow[]>(read(userId, conversationId));
    return unmoved ? toResult(unmoved, false) : null;
  };

const raise = (userId: number, conversationId: number, seq: number, kind: 'delivered' | 'read') => Prisma.sql`
  UPDATE receipt r SET
    delivered_seq = greatest(r.delivered_seq, least(${seq}, c.last_seq)),
    delivered_at = CASE WHEN r.delivered_seq < least(${seq}, c.last_seq) THEN clock_timestamp() ELSE r.delivered_at END,
    read_seq = CASE WHEN ${kind} = 'read' THEN greatest(r.read_seq, least(${seq}, c.last_seq)) ELSE r.read_seq END,
    read_at = CASE WHEN ${kind} = 'read' AND r.read_seq < least(${seq}, c.last_seq) THEN clock_timestamp()
                   ELSE r.read_at END
  FROM conversation c JOIN participant p ON p.conversation_id = c.id
  WHERE c.id = ${conversationId} AND p.user_id = ${userId} AND p.left_at IS NULL
    AND r.conversation_id = c.id AND r.user_id = p.user_id
    AND least(${seq}, c.last_seq) > CASE WHEN ${kind} = 'read' THEN r.read_seq ELSE r.delivered_seq END
  RETURNING ${receiptJson} AS receipt, c.version AS "conversationVersion", c.participant_count AS "participantCount"`;

const read = (userId: number, conversationId: number) => Prisma.sql`
  SELECT ${receiptJson} AS receipt, c.version AS "conversationVersion", c.participant_count AS "participantCount"
  FROM receipt r
  JOIN conversation c ON c.id = r.conversation_id
  JOIN participant p ON p.conversation_id = r.conversation_id AND p.user_id = r.user_id AND p.left_at IS NULL
  WHERE r.conversation_id = ${conversationId} AND r.user_id = ${userId}`;

const toResult = (row: MarkRow, isAdvanced: boolean): MarkResult => ({
  receipt: toReceipt(row.receipt),
  isAdvanced,
  conversationVersion: row.conversationVersion,
  participantCount: row.participantCount,
});
