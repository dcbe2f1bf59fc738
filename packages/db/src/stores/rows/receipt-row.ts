import type { Receipt } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { ms, toIsoOrNull } from './time.ts';

export interface ReceiptRow extends Omit<Receipt, 'deliveredAt' | 'readAt'> {
  deliveredAt: number | null;
  readAt: number | null;
}

/** A `ReceiptRow` of the receipt that a query calls `r`. */
export const receiptJson = Prisma.sql`json_build_object(
  'conversationId', r.conversation_id, 'userId', r.user_id, 'deliveredSeq', r.delivered_seq,
  'deliveredAt', ${ms('r.delivered_at')}, 'readSeq', r.read_seq, 'readAt', ${ms('r.read_at')})`;

export const toReceipt = (row: ReceiptRow): Receipt => ({
  ...row,
  deliveredAt: toIsoOrNull(row.deliveredAt),
  readAt: toIsoOrNull(row.readAt),
});
