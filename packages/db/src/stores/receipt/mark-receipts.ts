import type { Mark, MarkResult, ReceiptStore } from '@vibe/chat';
import type { Receipt } from '@vibe/contract';
import type { AskStatement, Statement, WholeNumber } from '../../statement.ts';
import { orBusy } from '../busy.ts';
import { msText, toIsoOrNull } from '../rows/time.ts';

type MarkRow = { isMember: false } | MarkedRow;

type MarkedRow = Omit<Receipt, 'deliveredAt' | 'readAt'> & {
  isMember: true;
  isAdvanced: boolean;
  deliveredAt: WholeNumber | null;
  readAt: WholeNumber | null;
  conversationVersion: number;
  participantCount: number;
};

/** One call of `mark_receipts`, which holds the rules: see its migration. */
const statement: Statement = {
  name: 'mark_receipts',
  text: `
    SELECT r.user_id IS NOT NULL AS "isMember", m.is_advanced AS "isAdvanced",
           r.conversation_id AS "conversationId", r.user_id AS "userId", r.delivered_seq AS "deliveredSeq",
           ${msText('r.delivered_at')} AS "deliveredAt", r.read_seq AS "readSeq", ${msText('r.read_at')} AS "readAt",
           m.conversation_version AS "conversationVersion", m.participant_count AS "participantCount"
    FROM mark_receipts($1::int[], $2::int[], $3::int[], $4::int[]) AS m
    CROSS JOIN LATERAL (SELECT (m.marked).*) AS r
    ORDER BY m.ordinal`,
};

export const markReceipts =
  (ask: AskStatement): ReceiptStore['mark'] =>
  async (marks) => {
    if (marks.length === 0) return [];
    const column = <Key extends keyof Mark>(key: Key) => marks.map((mark) => mark[key]);
    const values = [column('conversationId'), column('userId'), column('deliveredSeq'), column('readSeq')];
    const rows = await orBusy(() => ask<MarkRow>(statement, values));
    return rows.map((row) => (row.isMember ? toResult(row) : null));
  };

const toResult = (row: MarkedRow): MarkResult => ({
  receipt: toReceipt(row),
  isAdvanced: row.isAdvanced,
  conversationVersion: row.conversationVersion,
  participantCount: row.participantCount,
});

const toReceipt = (row: MarkedRow): Receipt => ({
  conversationId: row.conversationId,
  userId: row.userId,
  deliveredSeq: row.deliveredSeq,
  deliveredAt: toIsoOrNull(row.deliveredAt),
  readSeq: row.readSeq,
  readAt: toIsoOrNull(row.readAt),
});
