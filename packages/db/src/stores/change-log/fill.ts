import type { ChangeLog } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import {
  type ChangeRows,
  messageChangeJson,
  participantChangeJson,
  senderReadSeqLater,
  toChanges,
} from '../rows/change-rows.ts';
import { conversationHeadJson } from '../rows/conversation-head-row.ts';

interface FillRow extends ChangeRows {
  version: number;
  participantCount: number;
}

/** An unknown conversation stands at version 0. */
export const fill =
  (prisma: PrismaClient): ChangeLog['fill'] =>
  async (conversationId, knownVersion) => {
    const [row] = await prisma.$queryRaw<FillRow[]>`
      SELECT c.version, c.participant_count AS "participantCount",
        CASE WHEN c.state_version > ${knownVersion} THEN json_build_array(${conversationHeadJson}) ELSE '[]' END AS heads,
        (SELECT coalesce(json_agg(${participantChangeJson}), '[]')
         FROM participant p JOIN "user" u ON u.id = p.user_id
         WHERE p.conversation_id = c.id AND p.version > ${knownVersion}) AS participants,
        (SELECT coalesce(json_agg(${messageChangeJson(senderReadSeqLater)}), '[]') FROM message m
         WHERE m.conversation_id = c.id AND m.version > ${knownVersion}) AS messages
      FROM conversation c WHERE c.id = ${conversationId}`;
    if (!row) return { version: 0, participantCount: 0, changes: [] };
    return { version: row.version, participantCount: row.participantCount, changes: toChanges(row) };
  };
