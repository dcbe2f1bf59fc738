import type { MessageStore, SendItem, SendOutcome } from '@vibe/chat';
import type { Prisma } from '../../../generated/client.ts';
import { orBusy } from '../busy.ts';
import { toMessageChange } from '../rows/change-rows.ts';
import { type MessageRow, messageJson, namedUsersJson, toMessage } from '../rows/message-row.ts';
import type { UserRow } from '../rows/user-row.ts';

type SendRow =
  | { outcome: 'not_found' | 'blocked' }
  | {
      outcome: 'stored';
      isNew: boolean;
      message: MessageRow;
      users: UserRow[];
      senderReadSeq: number | null;
    };

/** One call of `send_messages`, which holds the rules: see its migration. */
export const sendMessages =
  (prisma: Prisma.TransactionClient): MessageStore['send'] =>
  async (items) => {
    if (items.length === 0) return [];
    const column = <Key extends keyof SendItem>(key: Key) => items.map((item) => item[key]);
    const rows = await orBusy(
      () => prisma.$queryRaw<SendRow[]>`
        SELECT s.outcome, s.is_new AS "isNew", ${messageJson} AS message, ${namedUsersJson} AS users,
               least(s.sender_read_seq, m.seq) AS "senderReadSeq"
        FROM send_messages(${column('conversationId')}::int[], ${column('senderId')}::int[],
                           ${column('clientId')}::uuid[], ${column('content')}::text[]) AS s
        CROSS JOIN LATERAL (SELECT (s.stored).*) AS m
        ORDER BY s.ordinal`,
    );
    return rows.map(toOutcome);
  };

function toOutcome(row: SendRow): SendOutcome {
  switch (row.outcome) {
    case 'not_found':
      return { outcome: 'notFound' };
    case 'blocked':
      return { outcome: 'blocked' };
    case 'stored':
      return {
        outcome: 'stored',
        message: toMessage(row.message),
        change: row.isNew ? toMessageChange(row) : null,
      };
  }
}
