import type { ChangeLog, Membership } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';

export const memberships =
  (prisma: PrismaClient): ChangeLog['memberships'] =>
  (userIds) =>
    prisma.$queryRaw<Membership[]>`
      SELECT p.user_id AS "userId", p.conversation_id AS "conversationId", p.visible_from_seq AS "visibleFromSeq",
             p.version, c.version AS "conversationVersion", c.participant_count AS "participantCount"
      FROM participant p
      CROSS JOIN LATERAL (SELECT version, participant_count FROM conversation WHERE id = p.conversation_id LIMIT 1) AS c
      WHERE p.user_id = ANY (${userIds}::int[]) AND p.left_at IS NULL`;
