import type { ConversationStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type ConversationRows, conversationsJson, toConversations } from '../rows/conversation-row.ts';
import { cursorOf, type SnapshotRow, snapshotColumns } from '../snapshot.ts';

interface Row extends SnapshotRow {
  rows: ConversationRows;
}

export const conversationById =
  (prisma: PrismaClient): ConversationStore['byId'] =>
  async (userId, conversationId) => {
    const row = firstRow(
      await prisma.$queryRaw<Row[]>`
        SELECT ${snapshotColumns},
          ${conversationsJson(userId, Prisma.sql`SELECT ${conversationId}::int AS id`, null)} AS rows`,
    );
    const [conversation] = toConversations(row.rows);
    return conversation ? { conversation, cursor: cursorOf(row) } : null;
  };
