import { z } from 'zod';
import { ConversationId, Seq } from './ids.ts';
import { PageLimit } from './page.ts';

/**
 * How far one member got: two watermarks that only rise. `readSeq` ≤ `deliveredSeq` ≤ the conversation's last seq.
 * A message is delivered to, or read by, a member when its seq is at or below theirs.
 */
export interface Receipt {
  conversationId: number;
  userId: number;
  deliveredSeq: number;
  deliveredAt: string | null;
  readSeq: number;
  readAt: string | null;
}

export interface ReceiptPage {
  receipts: Receipt[];
  /** Give it as `after` for the next page; null at the end. */
  nextUserId: number | null;
}

/** `seq` beyond the conversation's end is clamped to it. */
export const MarkReadInput = z.object({ conversationId: ConversationId, seq: Seq });
export const MarkDeliveredInput = MarkReadInput;
export const ListReceiptsInput = z.object({
  conversationId: ConversationId,
  limit: PageLimit,
  /** The `nextUserId` of the page before; 0 stands before the first. */
  after: z
    .int({ error: 'after must be a whole number' })
    .min(0, 'after must be at least 0')
    .max(2 ** 31 - 1, 'after is out of range')
    .optional(),
});

export type MarkReadInput = z.infer<typeof MarkReadInput>;
export type MarkDeliveredInput = z.infer<typeof MarkDeliveredInput>;
export type ListReceiptsInput = z.infer<typeof ListReceiptsInput>;
