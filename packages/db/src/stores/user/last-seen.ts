import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { gathered } from '../gathered.ts';
import { instant } from '../rows/time.ts';

export const lastSeen = (prisma: PrismaClient): Pick<UserStore, 'setLastSeen' | 'lastSeen'> => ({
  async setLastSeen(userId, at) {
    await prisma.$executeRaw`
      UPDATE "user" SET last_seen_at = greatest(last_seen_at, ${instant(at)}) WHERE id = ${userId}`;
  },
  lastSeen: lastSeenOf(prisma),
});

/** Whoever comes back asks for the people on their screen; those who come at about the same time ask together. */
const lastSeenOf = (prisma: PrismaClient): UserStore['lastSeen'] =>
  gathered(
    async (asked: number[][]) => {
      const rows = await prisma.user.findMany({
        where: { id: { in: [...new Set(asked.flat())] }, lastSeenAt: { not: null } },
        select: { id: true, lastSeenAt: true },
      });
      const byId = new Map(rows.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
      return asked.map((ids) => timesOf(ids, byId));
    },
    { most: 50, atOnce: 1 },
  );

const timesOf = (ids: number[], byId: ReadonlyMap<number, Date | null>): Map<number, Date> =>
  new Map(
    ids.flatMap((id) => {
      const time = byId.get(id);
      return time ? [[id, time] as const] : [];
    }),
  );
