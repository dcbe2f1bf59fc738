import { randomUUID } from 'node:crypto';
import { type LockedConversation, notFound } from '@vibe/chat';
import type { Message, SystemPayload } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type MessageChangeRow, messageChangeJson } from '../rows/change-rows.ts';
import { type MessageRow, messageJson, toMessage } from '../rows/message-row.ts';
import type { Ledger } from './ledger.ts';

type Messages = Pick<LockedConversation, 'message' | 'editMessage' | 'deleteMessage' | 'announce'>;
type ChangeRow = { change: MessageChangeRow };

export const lockedMessages = (ledger: Ledger): Messages => ({
  message: (messageId, visibleFromSeq) => find(ledger, messageId, visibleFromSeq),
  async editMessage(messageId, content) {
    const edited = await rewrite(
      ledger,
      messageId,
      Prisma.sql`content = ${content}, edited_at = clock_timestamp()`,
    );
    if (!edited) throw notFound('message');
    return edited;
  },
  async deleteMessage(messageId) {
    const set = Prisma.sql`content = NULL, payload = NULL, deleted_at = clock_timestamp()`;
    const deleted = (await rewrite(ledger, messageId, set)) ?? (await find(ledger, messageId, 0));
    if (!deleted) throw notFound('message');
    return deleted;
  },
  async announce(senderId, payload) {
    const rows = await ledger.tx.$queryRaw<ChangeRow[]>(append(ledger, senderId, payload));
    const { message } = record(ledger, firstRow(rows));
    ledger.state.lastSeq = message.seq;
    ledger.state.lastActivityAt = message.createdAt;
  },
});

function record({ state, messages }: Ledger, { change }: ChangeRow): MessageChangeRow {
  messages.set(change.message.id, change);
  state.version = change.message.version;
  return change;
}

async function find(
  { tx, state }: Ledger,
  messageId: number,
  visibleFromSeq: number,
): Promise<Message | null> {
  const [row] = await tx.$queryRaw<{ message: MessageRow }[]>`
    SELECT ${messageJson} AS message FROM message m
    WHERE m.id = ${messageId} AND m.conversation_id = ${state.head.id} AND m.seq > ${visibleFromSeq}`;
  return row ? toMessage(row.message) : null;
}

/** Null where there is no such message, or only its tombstone: that never says anything again. */
async function rewrite(ledger: Ledger, messageId: number, set: Prisma.Sql): Promise<Message | null> {
  const { tx, state } = ledger;
  const [row] = await tx.$queryRaw<ChangeRow[]>`
    UPDATE message AS m SET ${set}, version = ${state.version + 1}
    WHERE m.id = ${messageId} AND m.conversation_id = ${state.head.id} AND m.deleted_at IS NULL
    RETURNING ${messageChangeJson(Prisma.sql`NULL::int`)} AS change`;
  return row ? toMessage(record(ledger, row).message) : null;
}

/** As with every send, the sender's marks move where they stood just before it. */
const append = ({ state }: Ledger, senderId: number, payload: SystemPayload): Prisma.Sql => Prisma.sql`
  WITH m AS (
    INSERT INTO message (conversation_id, seq, sender_id, client_id, kind, payload, created_at, version)
    VALUES (${state.head.id}, ${state.lastSeq + 1}, ${senderId}, ${randomUUID()}::uuid, 'system',
            ${JSON.stringify(payload)}::jsonb,
            greatest(clock_timestamp(), to_timestamp(${state.lastActivityAt}::bigint / 1000.0)), ${state.version + 1})
    RETURNING *
  ), moved AS (
    UPDATE receipt r SET read_seq = m.seq, read_at = m.created_at, delivered_seq = m.seq, delivered_at = m.created_at
    FROM m WHERE r.conversation_id = m.conversation_id AND r.user_id = m.sender_id AND r.read_seq = m.seq - 1
    RETURNING r.read_seq
  )
  SELECT ${messageChangeJson(Prisma.sql`coalesce((SELECT read_seq FROM moved), (
    SELECT r.read_seq FROM receipt r WHERE r.conversation_id = m.conversation_id AND r.user_id = m.sender_id))`)} AS change
  FROM m`;
