import type { ConversationStore } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { type AskStatement, toStatement } from '../../statement.ts';
import { firstRow } from '../first-row.ts';
import { decodePageKey, encodePageKey } from '../page-key.ts';
import { type ConversationRows, conversationsJson, toConversations } from '../rows/conversation-row.ts';
import { cursorOf, type SnapshotRow, snapshotColumns } from '../snapshot.ts';

interface Page extends SnapshotRow {
  rows: ConversationRows;
}

export const listConversations =
  (ask: AskStatement): ConversationStore['list'] =>
  async (userId, { limit, after }) => {
    const sql = Prisma.sql`
      WITH page AS MATERIALIZED (
        SELECT c.id FROM conversation c
        -- By their keys, which are read before: joined to them, it would read the whole table, however large.
        WHERE c.id = ANY (ARRAY(SELECT conversation_id FROM participant WHERE user_id = ${userId} AND left_at IS NULL))
          AND ${isAfter(after)}
        ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${limit + 1}
      )
      SELECT ${snapshotColumns},
        ${conversationsJson(userId, Prisma.sql`SELECT id FROM page`, limits.summaryParticipants)} AS rows`;
    const name = after === undefined ? 'list_conversations' : 'list_conversations_after';
    const page = firstRow(await ask<Page>(...toStatement(name, sql)));
    const conversations = toConversations(page.rows);
    const shown = conversations.slice(0, limit);
    const last = conversations.length > limit ? shown.at(-1) : undefined;
    return {
      conversations: shown,
      nextKey: last ? encodePageKey(Date.parse(last.lastActivityAt), last.id) : null,
      cursor: cursorOf(page),
    };
  };

/** Whether the conversation `c` comes after the one that a page ended with. */
function isAfter(pageKey: string | undefined): Prisma.Sql {
  if (pageKey === undefined) return Prisma.sql`TRUE`;
  const [lastActivityMs, id] = decodePageKey(pageKey, 2);
  return Prisma.sql`(c.last_activity_at, c.id) < (to_timestamp(${lastActivityMs}::bigint / 1000.0), ${id}::bigint)`;
}
