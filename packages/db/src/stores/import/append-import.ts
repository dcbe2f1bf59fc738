import type { ImportedItems, ImportItem, ImportStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { orBusy } from '../busy.ts';
import { firstRow } from '../first-row.ts';

/** A thousand items or so at a time keep it well below this. */
const transactionLimits = { maxWait: 10_000, timeout: 60_000 };

/** First the lock, then one statement, which sees whatever was committed before the lock was had. */
export const appendImport =
  (prisma: PrismaClient): ImportStore['append'] =>
  (conversationId, items) =>
    orBusy(() =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL lock_timeout = '2s'`;
        await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${conversationId} FOR NO KEY UPDATE`;
        return firstRow(await tx.$queryRaw<ImportedItems[]>(append(conversationId, items)));
      }, transactionLimits),
    );

/**
 * Times are compared with the latest message, not with the conversation's own beginning, which is the import itself. A
 * time in the future would become that of everything said until then.
 */
const append = (conversationId: number, items: readonly ImportItem[]): Prisma.Sql => Prisma.sql`
  WITH item AS (
    SELECT DISTINCT ON (i."senderId", i."clientId") i.*
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS (
      "senderId" int, "clientId" uuid, kind message_kind, content text, "sentAt" timestamptz(3), "editedAt" timestamptz
    )) WITH ORDINALITY AS i ("senderId", "clientId", kind, content, "sentAt", "editedAt", ordinal)
    WHERE NOT EXISTS (SELECT FROM message m WHERE m.conversation_id = ${conversationId}
                      AND m.sender_id = i."senderId" AND m.client_id = i."clientId")
    ORDER BY i."senderId", i."clientId", i.ordinal
  ), numbered AS (
    SELECT item.*, row_number() OVER (ORDER BY item.ordinal) AS place, c.last_seq, c.version,
           greatest(max(least(item."sentAt", statement_timestamp())) OVER (ORDER BY item.ordinal), latest.created_at)
             AS created_at
    FROM item JOIN conversation c ON c.id = ${conversationId}
    LEFT JOIN message latest ON latest.conversation_id = c.id AND latest.seq = c.last_seq
  ), appended AS (
    INSERT INTO message (conversation_id, seq, sender_id, client_id, kind, content, payload, created_at, edited_at, version)
    SELECT ${conversationId}, last_seq + place, "senderId", "clientId", kind, content,
           CASE WHEN kind = 'system' THEN '{"type":"imported"}'::jsonb END, created_at, "editedAt", version + place
    FROM numbered ORDER BY place
    RETURNING seq, version, created_at
  ), counted AS (
    UPDATE conversation SET
      last_seq = latest.seq, version = latest.version, last_activity_at = greatest(last_activity_at, latest.created_at)
    FROM (SELECT * FROM appended ORDER BY seq DESC LIMIT 1) AS latest
    WHERE id = ${conversationId}
  )
  SELECT count(*)::int AS added, (count(*) FILTER (WHERE created_at <> "sentAt"))::int AS retimed FROM numbered`;
