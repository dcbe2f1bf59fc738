import type { ConversationStore, Standing } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';

export const standing =
  (prisma: PrismaClient): ConversationStore['standing'] =>
  async (userId, conversationId) => {
    const [row] = await prisma.$queryRaw<Standing[]>`
      SELECT c.participant_count AS "participantCount", is_blocked(c.id, p.user_id) AS "isBlocked"
      FROM participant p JOIN conversation c ON c.id = p.conversation_id
      WHERE p.conversation_id = ${conversationId} AND p.user_id = ${userId} AND p.left_at IS NULL`;
    return row ?? null;
  };
