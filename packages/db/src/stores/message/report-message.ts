import type { MessageStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';

export const reportMessage =
  (prisma: PrismaClient): MessageStore['report'] =>
  async (reporterId, messageId, reason) => {
    const rows = await prisma.$queryRaw<{ isVisible: boolean }[]>`
      WITH seen AS (
        SELECT m.id, m.content
        FROM message m JOIN participant p ON p.conversation_id = m.conversation_id AND p.user_id = ${reporterId}
        WHERE m.id = ${messageId} AND p.left_at IS NULL AND m.seq > p.visible_from_seq
      ), kept AS (
        INSERT INTO report (message_id, reporter_id, reason, content)
        SELECT id, ${reporterId}, ${reason}, content FROM seen
        ON CONFLICT (message_id, reporter_id) DO NOTHING
      )
      SELECT EXISTS (SELECT FROM seen) AS "isVisible"`;
    return firstRow(rows).isVisible;
  };
