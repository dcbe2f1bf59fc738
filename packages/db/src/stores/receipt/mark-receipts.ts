import type { Mark, MarkResult, ReceiptStore } from '@vibe/chat';
import type { Prisma } from '../../../generated/client.ts';
import { orBusy } from '../busy.ts';
import { type ReceiptRow, receiptJson, toReceipt } from '../rows/receipt-row.ts';

type MarkRow =
  | { isMember: false }
  | {
      isMember: true;
      receipt: ReceiptRow;
      isAdvanced: boolean;
      conversationVersion: number;
      participantCount: number;
    };

/** One call of `mark_receipts`, which holds the rules: see its migration. */
export const markReceipts =
  (prisma: Prisma.TransactionClient): ReceiptStore['mark'] =>
  async (marks) => {
    if (marks.length === 0) return [];
    const column = <Key extends keyof Mark>(key: Key) => marks.map((mark) => mark[key]);
    const rows = await orBusy(
      () => prisma.$queryRaw<MarkRow[]>`
        SELECT r.user_id IS NOT NULL AS "isMember", m.is_advanced AS "isAdvanced", ${receiptJson} AS receipt,
               m.conversation_version AS "conversationVersion", m.participant_count AS "participantCount"
        FROM mark_receipts(${column('conversationId')}::int[], ${column('userId')}::int[],
                           ${column('deliveredSeq')}::int[], ${column('readSeq')}::int[]) AS m
        CROSS JOIN LATERAL (SELECT (m.marked).*) AS r
        ORDER BY m.ordinal`,
    );
    return rows.map(toResult);
  };

function toResult(row: MarkRow): MarkResult | null {
  if (!row.isMember) return null;
  const { receipt, isAdvanced, conversationVersion, participantCount } = row;
  return { receipt: toReceipt(receipt), isAdvanced, conversationVersion, participantCount };
}
