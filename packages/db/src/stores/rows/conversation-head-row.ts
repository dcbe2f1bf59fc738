import type { ConversationHead } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { ms, toIso } from './time.ts';

export interface ConversationHeadRow extends Omit<ConversationHead, 'createdAt'> {
  createdAt: number;
}

/** A `ConversationHeadRow` of the conversation that a query calls `c`. */
export const conversationHeadJson = Prisma.sql`json_build_object(
  'id', c.id, 'type', c.type, 'name', c.name, 'isActive', c.is_active, 'historyVisible', c.history_visible,
  'createdAt', ${ms('c.created_at')}, 'stateVersion', c.state_version)`;

export const toConversationHead = (row: ConversationHeadRow): ConversationHead => ({
  ...row,
  createdAt: toIso(row.createdAt),
});
