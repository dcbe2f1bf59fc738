import type { ConversationStore } from '@vibe/chat';
import { Prisma } from '../../../generated/client.ts';
import { type AskStatement, toStatement } from '../../statement.ts';
import { firstRow } from '../first-row.ts';
import { type ConversationRows, conversationsJson, toConversations } from '../rows/conversation-row.ts';
import { cursorOf, type SnapshotRow, snapshotColumns } from '../snapshot.ts';

interface Row extends SnapshotRow {
  rows: ConversationRows;
}

export const conversationById =
  (ask: AskStatement): ConversationStore['byId'] =>
  async (userId, conversationId) => {
    const sql = Prisma.sql`
      SELECT ${snapshotColumns},
        ${conversationsJson(userId, Prisma.sql`SELECT ${conversationId}::int AS id`, null)} AS rows`;
    const row = firstRow(await ask<Row>(...toStatement('conversation_by_id', sql)));
    const [conversation] = toConversations(row.rows);
    return conversation ? { conversation, cursor: cursorOf(row) } : null;
  };
