import type { MessageStore } from '@vibe/chat';
import type { ListMessagesInput } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { type AskStatement, toStatement } from '../../statement.ts';
import { type MessageRow, messageJson, peopleNamed, toMessage } from '../rows/message-row.ts';
import { toUser, type UserRow, userJson } from '../rows/user-row.ts';
import { cursorOf, type SnapshotRow, snapshotColumns } from '../snapshot.ts';

interface Page extends SnapshotRow {
  messages: MessageRow[];
  users: UserRow[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** Seqs have no holes, so the ends of a page are known before a message is read. */
export const listMessages =
  (ask: AskStatement): MessageStore['list'] =>
  async (userId, query) => {
    const sql = Prisma.sql`
      WITH page AS MATERIALIZED (
        SELECT c.id AS conversation_id, p.visible_from_seq, c.last_seq, ends.first, ends.last
        FROM participant p JOIN conversation c ON c.id = p.conversation_id
        CROSS JOIN LATERAL (${endsOf(query)}) AS ends
        WHERE p.user_id = ${userId} AND p.left_at IS NULL AND c.id = ${query.conversationId}
      ), shown AS MATERIALIZED (
        SELECT m.* FROM page
        JOIN message m ON m.conversation_id = page.conversation_id AND m.seq BETWEEN page.first AND page.last
      )
      SELECT ${snapshotColumns},
        first > visible_from_seq + 1 AS "hasOlder", greatest(last, visible_from_seq) < last_seq AS "hasNewer",
        (SELECT coalesce(json_agg(${messageJson} ORDER BY m.seq), '[]') FROM shown m) AS messages,
        (SELECT coalesce(json_agg(${userJson} ORDER BY u.id), '[]') FROM "user" u
         WHERE u.id = ANY (ARRAY(SELECT unnest(${peopleNamed}) FROM shown m))) AS users
      FROM page`;
    const [page] = await ask<Page>(...toStatement(`list_messages_${wayOf(query)}`, sql));
    if (!page) return null;
    return {
      messages: page.messages.map(toMessage),
      users: page.users.map(toUser),
      hasOlder: page.hasOlder,
      hasNewer: page.hasNewer,
      cursor: cursorOf(page),
    };
  };

/** Which of the texts of `endsOf` a page takes. */
const wayOf = ({ before, after, around }: ListMessagesInput): string => {
  if (after !== undefined) return 'after';
  if (before !== undefined) return 'before';
  return around === undefined ? 'latest' : 'around';
};

/** The `first` and `last` seq of the page, within what `p` may see of `c`. An empty page has its last below its first. */
function endsOf({ before, after, around, limit }: ListMessagesInput): Prisma.Sql {
  if (after !== undefined) {
    return Prisma.sql`
      SELECT start + 1 AS first, least(start + ${limit}::int, c.last_seq) AS last
      FROM (SELECT greatest(least(${after}::int, c.last_seq), p.visible_from_seq) AS start) AS start`;
  }
  return Prisma.sql`
    SELECT greatest(last - ${limit}::int, p.visible_from_seq) + 1 AS first, last
    FROM (SELECT ${lastOf({ before, around, limit })} AS last) AS last`;
}

function lastOf({
  before,
  around,
  limit,
}: Pick<ListMessagesInput, 'before' | 'around' | 'limit'>): Prisma.Sql {
  if (before !== undefined) return Prisma.sql`least(${before}::int - 1, c.last_seq)`;
  if (around === undefined) return Prisma.sql`c.last_seq`;
  const newerThanMiddle = Math.floor(limit / 2);
  return Prisma.sql`least(
    greatest(least(${around}::int, c.last_seq) + ${newerThanMiddle}::int, p.visible_from_seq + ${limit}::int),
    c.last_seq)`;
}
