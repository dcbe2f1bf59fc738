import type { ListReceiptsInput, Receipt, ReceiptPage } from '@vibe/contract';

export interface MarkResult {
  receipt: Receipt;
  /** False when the marks stood there or further already. */
  isAdvanced: boolean;
  /** The conversation's version as the write saw it. */
  conversationVersion: number;
  participantCount: number;
}

export interface ReceiptStore {
  /**
   * Raises the marks to `seq`, clamped to the conversation's last seq; they never fall. Reading implies delivery. It takes
   * no conversation lock. Null when the person is not an active member.
   */
  mark(
    userId: number,
    conversationId: number,
    seq: number,
    kind: 'delivered' | 'read',
  ): Promise<MarkResult | null>;
  /** Active members' receipts by user id; null when the reader is not an active member. */
  list(userId: number, query: ListReceiptsInput): Promise<ReceiptPage | null>;
}
