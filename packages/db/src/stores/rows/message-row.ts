import type { Message } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { columnsJson } from './columns.ts';
import { ms, toIso, toIsoOrNull } from './time.ts';
import { userJson } from './user-row.ts';

export interface MessageRow extends Omit<Message, 'createdAt' | 'editedAt' | 'deletedAt'> {
  createdAt: number;
  editedAt: number | null;
  deletedAt: number | null;
}

/** A `MessageRow` of the message that a query calls `m`. */
export const messageJson = Prisma.sql`json_build_object(
  'id', m.id, 'conversationId', m.conversation_id, 'seq', m.seq, 'senderId', m.sender_id, 'clientId', m.client_id,
  'kind', m.kind, 'content', m.content, 'payload', m.payload, 'createdAt', ${ms('m.created_at')},
  'editedAt', ${ms('m.edited_at')}, 'deletedAt', ${ms('m.deleted_at')}, 'version', m.version)`;

/** The `MessageRow`s of the messages that a query calls `m`. */
export const messageColumns = columnsJson({
  id: Prisma.sql`m.id`,
  conversationId: Prisma.sql`m.conversation_id`,
  seq: Prisma.sql`m.seq`,
  senderId: Prisma.sql`m.sender_id`,
  clientId: Prisma.sql`m.client_id`,
  kind: Prisma.sql`m.kind`,
  content: Prisma.sql`m.content`,
  payload: Prisma.sql`m.payload`,
  createdAt: ms('m.created_at'),
  editedAt: ms('m.edited_at'),
  deletedAt: ms('m.deleted_at'),
  version: Prisma.sql`m.version`,
});

/** The ids of everyone whom the message `m` names. Most are of their sender alone: that needs no call of a function. */
export const peopleNamed = Prisma.sql`
  CASE WHEN m.payload IS NULL THEN ARRAY[m.sender_id] ELSE people_named(m.sender_id, m.payload) END`;

/** The `UserRow`s of everyone whom the message `m` names. */
export const namedUsersJson = Prisma.sql`(
  SELECT coalesce(json_agg(${userJson} ORDER BY u.id), '[]')
  FROM "user" u WHERE u.id = ANY (${peopleNamed}))`;

export const toMessage = (row: MessageRow): Message => ({
  ...row,
  createdAt: toIso(row.createdAt),
  editedAt: toIsoOrNull(row.editedAt),
  deletedAt: toIsoOrNull(row.deletedAt),
});
