import type { Change, MessageStore, SendItem, SendOutcome } from '@vibe/chat';
import type { Message, User } from '@vibe/contract';
import type { AskStatement, Statement, WholeNumber } from '../../statement.ts';
import { orBusy } from '../busy.ts';
import { msText, toIso, toIsoOrNull } from '../rows/time.ts';

type SendRow = { outcome: 'not_found' | 'blocked' } | StoredRow;

/** A message and, where it is new, its sender. In columns, since JSON costs more on both sides. */
type StoredRow = Omit<Message, 'id' | 'createdAt' | 'editedAt' | 'deletedAt'> & {
  outcome: 'stored';
  isNew: boolean;
  senderReadSeq: number | null;
  id: WholeNumber;
  createdAt: WholeNumber;
  editedAt: WholeNumber | null;
  deletedAt: WholeNumber | null;
  fullName: string;
  avatarUrl: string | null;
  role: User['role'];
  isDeactivated: boolean;
  userVersion: number;
};

/** One call of `send_messages`, which holds the rules: see its migration. A message that is new names its sender alone. */
const statement: Statement = {
  name: 'send_messages',
  text: `
    SELECT s.outcome, s.is_new AS "isNew", least(s.sender_read_seq, m.seq) AS "senderReadSeq",
           m.id, m.conversation_id AS "conversationId", m.seq, m.sender_id AS "senderId",
           m.client_id AS "clientId", m.kind, m.content, m.payload, ${msText('m.created_at')} AS "createdAt",
           ${msText('m.edited_at')} AS "editedAt", ${msText('m.deleted_at')} AS "deletedAt", m.version,
           u.full_name AS "fullName", u.avatar_url AS "avatarUrl", u.role::text,
           u.deactivated_at IS NOT NULL AS "isDeactivated", u.version AS "userVersion"
    FROM send_messages($1::int[], $2::int[], $3::uuid[], $4::text[]) AS s
    CROSS JOIN LATERAL (SELECT (s.stored).*) AS m
    LEFT JOIN LATERAL (SELECT * FROM "user" WHERE id = m.sender_id LIMIT 1) AS u ON s.is_new
    ORDER BY s.ordinal`,
};

export const sendMessages =
  (ask: AskStatement): MessageStore['send'] =>
  async (items) => {
    if (items.length === 0) return [];
    const column = <Key extends keyof SendItem>(key: Key) => items.map((item) => item[key]);
    const values = [column('conversationId'), column('senderId'), column('clientId'), column('content')];
    const rows = await orBusy(() => ask<SendRow>(statement, values));
    return rows.map(toOutcome);
  };

function toOutcome(row: SendRow): SendOutcome {
  switch (row.outcome) {
    case 'not_found':
      return { outcome: 'notFound' };
    case 'blocked':
      return { outcome: 'blocked' };
    case 'stored': {
      const message = toMessage(row);
      return { outcome: 'stored', message, change: row.isNew ? toChange(row, message) : null };
    }
  }
}

const toMessage = (row: StoredRow): Message => ({
  id: Number(row.id),
  conversationId: row.conversationId,
  seq: row.seq,
  senderId: row.senderId,
  clientId: row.clientId,
  kind: row.kind,
  content: row.content,
  payload: row.payload,
  createdAt: toIso(row.createdAt),
  editedAt: toIsoOrNull(row.editedAt),
  deletedAt: toIsoOrNull(row.deletedAt),
  version: row.version,
});

const toChange = (row: StoredRow, message: Message): Change => ({
  kind: 'message',
  version: row.version,
  message,
  users: [toSender(row)],
  senderReadSeq: row.senderReadSeq,
});

const toSender = ({ senderId, fullName, avatarUrl, role, isDeactivated, userVersion }: StoredRow): User => ({
  id: senderId,
  fullName,
  avatarUrl,
  role,
  isDeactivated,
  version: userVersion,
});
