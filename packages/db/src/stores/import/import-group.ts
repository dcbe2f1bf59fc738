import type { ImportStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { importIssuer } from './import-issuer.ts';

export const importGroup =
  (prisma: PrismaClient): ImportStore['findGroup'] =>
  async (creatorExternalId, externalKey) => {
    const [row] = await prisma.$queryRaw<{ conversationId: number; participantCount: number }[]>`
      SELECT c.id AS "conversationId", c.participant_count AS "participantCount"
      FROM conversation c JOIN "user" u ON u.id = c.created_by_id
      WHERE u.issuer = ${importIssuer} AND u.external_id = ${creatorExternalId} AND c.external_key = ${externalKey}`;
    return row ?? null;
  };
