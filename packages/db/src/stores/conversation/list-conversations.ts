import type { ConversationStore } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { decodePageKey, encodePageKey } from '../page-key.ts';
import { type ConversationRow, conversationsOf, toConversation } from '../rows/conversation-row.ts';
import { cursorOf, type SnapshotRow, snapshotColumns } from '../snapshot.ts';

interface Page extends SnapshotRow {
  conversations: ConversationRow[];
}

export const listConversations =
  (prisma: PrismaClient): ConversationStore['list'] =>
  async (userId, { limit, after }) => {
    const rows = await prisma.$queryRaw<Page[]>`
      WITH page AS MATERIALIZED (
        SELECT c.id FROM participant p
        -- One by one, by their key: with a thousand of them it would read the whole table otherwise, however large.
        CROSS JOIN LATERAL (SELECT id, last_activity_at FROM conversation WHERE id = p.conversation_id LIMIT 1) AS c
        WHERE p.user_id = ${userId} AND p.left_at IS NULL AND ${isAfter(after)}
        ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${limit + 1}
      )
      SELECT ${snapshotColumns}, coalesce((
        SELECT json_agg(seen.conversation ORDER BY seen.last_activity_at DESC, seen.id DESC)
        FROM (${conversationsOf(userId, Prisma.sql`SELECT id FROM page`, limits.summaryParticipants)}) AS seen
      ), '[]') AS conversations`;
    const page = firstRow(rows);
    const shown = page.conversations.slice(0, limit);
    const last = page.conversations.length > limit ? shown.at(-1) : undefined;
    return {
      conversations: shown.map(toConversation),
      nextKey: last ? encodePageKey(last.lastActivityAt, last.head.id) : null,
      cursor: cursorOf(page),
    };
  };

/** Whether the conversation `c` comes after the one that a page ended with. */
function isAfter(pageKey: string | undefined): Prisma.Sql {
  if (pageKey === undefined) return Prisma.sql`TRUE`;
  const [lastActivityMs, id] = decodePageKey(pageKey, 2);
  return Prisma.sql`(c.last_activity_at, c.id) < (to_timestamp(${lastActivityMs}::bigint / 1000.0), ${id}::bigint)`;
}
