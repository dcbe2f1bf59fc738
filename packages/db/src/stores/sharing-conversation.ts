import type { PrismaClient } from '../../generated/client.ts';

/** Of `otherIds`, those who share an active conversation with the person. */
export const sharingConversation =
  (prisma: PrismaClient) =>
  async (userId: number, otherIds: number[]): Promise<number[]> => {
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT other.id FROM unnest(${[...new Set(otherIds)]}::int[]) AS other (id)
      WHERE EXISTS (
        SELECT 1 FROM participant mine JOIN participant theirs USING (conversation_id)
        WHERE mine.user_id = ${userId} AND mine.left_at IS NULL
          AND theirs.user_id = other.id AND theirs.left_at IS NULL
      )`;
    return rows.map(({ id }) => id);
  };
