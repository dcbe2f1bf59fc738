import { randomUUID } from 'node:crypto';
import type { ConversationStore, NewConversation } from '@vibe/chat';
import { Prisma } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type ChangeRows, messageChangeJson, participantChangeJson, toChanges } from '../rows/change-rows.ts';
import { conversationHeadJson } from '../rows/conversation-head-row.ts';

interface CreatedRow extends ChangeRows {
  id: number;
}

/** Whoever is second waits for the first to commit, inserts nothing, and finds what the first has made. */
export const createConversation =
  (prisma: Prisma.TransactionClient): ConversationStore['create'] =>
  async (conversation) => {
    const [created] = await prisma.$queryRaw<CreatedRow[]>(insert(conversation));
    if (created) return { conversationId: created.id, changes: toChanges(created) };
    const existing = await prisma.$queryRaw<{ id: number }[]>(find(conversation));
    return { conversationId: firstRow(existing).id, changes: [] };
  };

/** Versions: the conversation has the first, its members the next, the announcement the last. */
function insert(conversation: NewConversation): Prisma.Sql {
  const { type, name, directKey, createdById, externalKey, historyVisible, members } = conversation;
  const announcement = conversation.announcement && JSON.stringify(conversation.announcement);
  const lastSeq = announcement === null ? 0 : 1;
  const lastVersion = 1 + members.length + lastSeq;
  return Prisma.sql`
    WITH c AS (
      INSERT INTO conversation (type, name, direct_key, created_by_id, external_key, history_visible, last_seq, version,
                                state_version, participant_count)
      VALUES (${type}::conversation_type, ${name}, ${directKey}, ${createdById}, ${externalKey}, ${historyVisible},
              ${lastSeq}, ${lastVersion}, 1, ${members.length})
      ON CONFLICT DO NOTHING RETURNING *
    ), p AS (
      INSERT INTO participant (conversation_id, user_id, role, join_version, version)
      SELECT c.id, member.user_id, member.role::participant_role, 1 + member.ordinal, 1 + member.ordinal
      FROM c, unnest(${members.map(({ userId }) => userId)}::int[], ${members.map(({ role }) => role)}::text[])
        WITH ORDINALITY AS member (user_id, role, ordinal)
      RETURNING *
    ), r AS (
      INSERT INTO receipt (conversation_id, user_id, delivered_seq, delivered_at, read_seq, read_at)
      SELECT p.conversation_id, p.user_id, own.seq, own.at, own.seq, own.at
      FROM p JOIN c ON c.id = p.conversation_id
      CROSS JOIN LATERAL (
        SELECT CASE WHEN p.user_id = c.created_by_id THEN c.last_seq ELSE 0 END AS seq,
               CASE WHEN p.user_id = c.created_by_id AND c.last_seq > 0 THEN c.created_at END AS at
      ) AS own
    ), m AS (
      INSERT INTO message (conversation_id, seq, sender_id, client_id, kind, payload, created_at, version)
      SELECT c.id, c.last_seq, c.created_by_id, ${randomUUID()}::uuid, 'system', ${announcement}::jsonb,
             c.last_activity_at, c.version
      FROM c WHERE c.last_seq > 0
      RETURNING *
    )
    SELECT c.id, json_build_array(${conversationHeadJson}) AS heads,
      (SELECT coalesce(json_agg(${participantChangeJson}), '[]') FROM p JOIN "user" u ON u.id = p.user_id) AS participants,
      (SELECT coalesce(json_agg(${messageChangeJson(Prisma.sql`m.seq`)}), '[]') FROM m) AS messages
    FROM c`;
}

const find = ({ directKey, createdById, externalKey }: NewConversation): Prisma.Sql => Prisma.sql`
  SELECT id FROM conversation
  WHERE direct_key = ${directKey} OR (created_by_id = ${createdById} AND external_key = ${externalKey})
  ORDER BY direct_key = ${directKey} DESC NULLS LAST LIMIT 1`;
