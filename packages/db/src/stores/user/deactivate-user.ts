import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { storedUserSelect, toUser } from '../rows/user-row.ts';

export const deactivateUser =
  (prisma: PrismaClient): UserStore['deactivate'] =>
  async (userId) => {
    const now = new Date();
    const [, revoked, row] = await prisma.$transaction([
      prisma.user.updateMany({
        where: { id: userId, deactivatedAt: null },
        data: { deactivatedAt: now, version: { increment: 1 } },
      }),
      prisma.session.updateManyAndReturn({
        where: { userId, revokedAt: null },
        data: { revokedAt: now },
        select: { id: true },
      }),
      prisma.user.findUnique({ where: { id: userId }, select: storedUserSelect }),
    ]);
    return row && { user: toUser(row), revokedSessionIds: revoked.map(({ id }) => id) };
  };
