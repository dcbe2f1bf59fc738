import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { instant } from '../rows/time.ts';

export const lastSeen = (prisma: PrismaClient): Pick<UserStore, 'setLastSeen' | 'lastSeen'> => ({
  async setLastSeen(userId, at) {
    await prisma.$executeRaw`
      UPDATE "user" SET last_seen_at = greatest(last_seen_at, ${instant(at)}) WHERE id = ${userId}`;
  },
  async lastSeen(userIds) {
    const rows = await prisma.user.findMany({
      where: { id: { in: userIds }, lastSeenAt: { not: null } },
      select: { id: true, lastSeenAt: true },
    });
    return new Map(rows.flatMap(({ id, lastSeenAt }) => (lastSeenAt ? [[id, lastSeenAt] as const] : [])));
  },
});
