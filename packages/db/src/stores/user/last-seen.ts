import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { gathered } from '../gathered.ts';

export const lastSeen = (prisma: PrismaClient): Pick<UserStore, 'setLastSeen' | 'lastSeen'> => ({
  setLastSeen: setLastSeen(prisma),
  lastSeen: lastSeenOf(prisma),
});

interface Seen {
  userId: number;
  at: Date;
}

/** Where thousands go at once, each of them went: those at about the same time are written together, in the order of their ids. */
function setLastSeen(prisma: PrismaClient): UserStore['setLastSeen'] {
  const write = gathered(
    async (seen: Seen[]) => {
      await prisma.$executeRaw`
        WITH seen AS MATERIALIZED (
          SELECT id, max(at::timestamptz) AS at
          FROM unnest(${seen.map(({ userId }) => userId)}::int[], ${seen.map(({ at }) => at.toISOString())}::text[])
            AS seen (id, at) GROUP BY id
        ), locked AS MATERIALIZED (
          SELECT id FROM "user" WHERE id = ANY (ARRAY(SELECT id FROM seen)) ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE "user" u SET last_seen_at = greatest(u.last_seen_at, seen.at)
        FROM seen WHERE u.id = seen.id AND u.id = ANY (ARRAY(SELECT id FROM locked))`;
      return seen.map(() => undefined);
    },
    { most: 500, atOnce: 1 },
  );
  return (userId, at) => write({ userId, at });
}

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
