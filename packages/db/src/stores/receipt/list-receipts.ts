import type { ReceiptStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type ReceiptRow, receiptJson, toReceipt } from '../rows/receipt-row.ts';

interface Page {
  isMember: boolean;
  receipts: ReceiptRow[];
}

export const listReceipts =
  (prisma: PrismaClient): ReceiptStore['list'] =>
  async (userId, { conversationId, limit, after }) => {
    const rows = await prisma.$queryRaw<Page[]>`
      SELECT EXISTS (
        SELECT 1 FROM participant WHERE conversation_id = ${conversationId} AND user_id = ${userId} AND left_at IS NULL
      ) AS "isMember", coalesce((
        SELECT json_agg(page.receipt) FROM (
          SELECT ${receiptJson} AS receipt
          FROM receipt r CROSS JOIN LATERAL (
            SELECT FROM participant
            WHERE conversation_id = r.conversation_id AND user_id = r.user_id AND left_at IS NULL LIMIT 1
          ) AS p
          WHERE r.conversation_id = ${conversationId} AND r.user_id > ${after ?? 0}
          ORDER BY r.user_id LIMIT ${limit + 1}
        ) AS page
      ), '[]') AS receipts`;
    const { isMember, receipts } = firstRow(rows);
    if (!isMember) return null;
    const page = receipts.slice(0, limit).map(toReceipt);
    const last = receipts.length > limit ? page.at(-1) : undefined;
    return { receipts: page, nextUserId: last?.userId ?? null };
  };
