import type { ConversationStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { type ConversationRow, conversationsOf, toConversation } from '../rows/conversation-row.ts';
import { cursorOf, type SnapshotRow, snapshotColumns } from '../snapshot.ts';

interface Row extends SnapshotRow {
  conversation: ConversationRow;
}

export const conversationById =
  (prisma: PrismaClient): ConversationStore['byId'] =>
  async (userId, conversationId) => {
    const [row] = await prisma.$queryRaw<Row[]>`
      SELECT ${snapshotColumns}, seen.conversation
      FROM (${conversationsOf(userId, Prisma.sql`SELECT ${conversationId}::int AS id`, null)}) AS seen`;
    return row ? { conversation: toConversation(row.conversation), cursor: cursorOf(row) } : null;
  };
