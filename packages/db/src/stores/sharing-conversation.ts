import type { PrismaClient } from '../../generated/client.ts';

/** Of `otherIds`, those who share an active conversation with the person. */
export const sharingConversation =
  (prisma: PrismaClient) =>
  async (userId: number, otherIds: number[]): Promise<number[]> => {
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT other.id FROM unnest(${[...new Set(otherIds)]}::int[]) AS other (id)
      CROSS JOIN LATERAL (
        -- Through the index on both columns, up to the first: never all that either of them is in.
        SELECT FROM participant theirs
        WHERE theirs.user_id = other.id AND theirs.left_at IS NULL AND theirs.conversation_id = ANY (ARRAY(
          SELECT mine.conversation_id FROM participant mine WHERE mine.user_id = ${userId} AND mine.left_at IS NULL
        ))
        LIMIT 1
      ) AS shared`;
    return rows.map(({ id }) => id);
  };
