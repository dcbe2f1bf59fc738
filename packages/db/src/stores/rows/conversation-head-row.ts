import type { ConversationHead } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { columnsJson } from './columns.ts';
import { ms, toIso } from './time.ts';

export interface ConversationHeadRow extends Omit<ConversationHead, 'createdAt'> {
  createdAt: number;
}

/** A `ConversationHeadRow` of the conversation that a query calls `c`. */
export const conversationHeadJson = Prisma.sql`json_build_object(
  'id', c.id, 'type', c.type, 'name', c.name, 'isActive', c.is_active, 'historyVisible', c.history_visible,
  'createdAt', ${ms('c.created_at')}, 'stateVersion', c.state_version)`;

/** The `ConversationHeadRow`s of the conversations that a query calls `c`. */
export const conversationHeadColumns = columnsJson({
  id: Prisma.sql`c.id`,
  type: Prisma.sql`c.type`,
  name: Prisma.sql`c.name`,
  isActive: Prisma.sql`c.is_active`,
  historyVisible: Prisma.sql`c.history_visible`,
  createdAt: ms('c.created_at'),
  stateVersion: Prisma.sql`c.state_version`,
});

export const toConversationHead = (row: ConversationHeadRow): ConversationHead => ({
  ...row,
  createdAt: toIso(row.createdAt),
});
