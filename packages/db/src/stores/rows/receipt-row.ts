import type { Receipt } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { columnsJson } from './columns.ts';
import { ms, toIsoOrNull } from './time.ts';

export interface ReceiptRow extends Omit<Receipt, 'deliveredAt' | 'readAt'> {
  deliveredAt: number | null;
  readAt: number | null;
}

/** A `ReceiptRow` of the receipt that a query calls `r`. */
export const receiptJson = Prisma.sql`json_build_object(
  'conversationId', r.conversation_id, 'userId', r.user_id, 'deliveredSeq', r.delivered_seq,
  'deliveredAt', ${ms('r.delivered_at')}, 'readSeq', r.read_seq, 'readAt', ${ms('r.read_at')})`;

/** `ReceiptRow`s of the receipts that a query calls `r`. */
export const receiptColumns = columnsJson({
  conversationId: Prisma.sql`r.conversation_id`,
  userId: Prisma.sql`r.user_id`,
  deliveredSeq: Prisma.sql`r.delivered_seq`,
  deliveredAt: ms('r.delivered_at'),
  readSeq: Prisma.sql`r.read_seq`,
  readAt: ms('r.read_at'),
});

export const toReceipt = (row: ReceiptRow): Receipt => ({
  ...row,
  deliveredAt: toIsoOrNull(row.deliveredAt),
  readAt: toIsoOrNull(row.readAt),
});
