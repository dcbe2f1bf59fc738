import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { storedUserSelect, toStoredUser } from '../rows/user-row.ts';

export const blocks = (
  prisma: PrismaClient,
): Pick<UserStore, 'block' | 'unblock' | 'listBlocked' | 'hasBlocked'> => ({
  async block(blockerId, blockedId) {
    await prisma.block.createMany({ data: { blockerId, blockedId }, skipDuplicates: true });
  },
  async unblock(blockerId, blockedId) {
    await prisma.block.deleteMany({ where: { blockerId, blockedId } });
  },
  async listBlocked(blockerId) {
    const rows = await prisma.block.findMany({
      where: { blockerId },
      orderBy: [{ createdAt: 'desc' }, { blockedId: 'asc' }],
      select: { blocked: { select: storedUserSelect } },
    });
    return rows.map(({ blocked }) => toStoredUser(blocked));
  },
  async hasBlocked(blockerId, blockedId) {
    return (await prisma.block.count({ where: { blockerId, blockedId } })) > 0;
  },
});
