import type { ListReceiptsInput, Receipt, ReceiptPage } from '@vibe/contract';

/** How far somebody says that they got. Reading implies delivery: `readSeq` ≤ `deliveredSeq`. 0 says nothing. */
export interface Mark {
  conversationId: number;
  userId: number;
  deliveredSeq: number;
  readSeq: number;
}

export interface MarkResult {
  receipt: Receipt;
  /**
   * False when the marks stood there or further already. Of several marks of one member, which are written as one, only
   * the first tells that they rose.
   */
  isAdvanced: boolean;
  /** The conversation's version as the write saw it. */
  conversationVersion: number;
  participantCount: number;
}

export interface ReceiptStore {
  /**
   * Raises the marks, clamped to each conversation's last seq, and answers for each in the order given; marks of one member
   * merge by maximum. They never fall. It takes no conversation lock. Null for whoever is not an active member. Where others
   * hold a receipt for too long it throws `BUSY`, as `MessageStore.send` does.
   */
  mark(marks: Mark[]): Promise<(MarkResult | null)[]>;
  /** Active members' receipts by user id; null when the reader is not an active member. */
  list(userId: number, query: ListReceiptsInput): Promise<ReceiptPage | null>;
}
