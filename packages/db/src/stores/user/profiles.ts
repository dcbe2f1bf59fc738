import { notFound, type UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { gathered } from '../gathered.ts';
import { storedUserSelect, toStoredUser, toUser } from '../rows/user-row.ts';

export const profiles = (
  prisma: PrismaClient,
): Pick<UserStore, 'byId' | 'byExternalId' | 'activeByIds' | 'update' | 'createService'> => ({
  byId: userById(prisma),
  async byExternalId(issuer, externalId) {
    const row = await prisma.user.findUnique({
      where: { issuer_externalId: { issuer, externalId } },
      select: storedUserSelect,
    });
    return row && toStoredUser(row);
  },
  async activeByIds(userIds) {
    const rows = await prisma.user.findMany({
      where: { id: { in: userIds }, deactivatedAt: null },
      orderBy: { id: 'asc' },
      select: storedUserSelect,
    });
    return rows.map(toStoredUser);
  },
  async update(userId, { fullName, avatarUrl }) {
    const fields = {
      ...(fullName !== undefined && { fullName }),
      ...(avatarUrl !== undefined && { avatarUrl }),
    };
    const [row] = await prisma.user.updateManyAndReturn({
      where: { id: userId },
      data: { ...fields, version: { increment: Object.keys(fields).length > 0 ? 1 : 0 } },
      select: storedUserSelect,
    });
    if (!row) throw notFound('user');
    return toUser(row);
  },
  async createService(fullName) {
    const row = await prisma.user.create({ data: { fullName, role: 'service' }, select: storedUserSelect });
    return toStoredUser(row);
  },
});

/** Every call and every connection asks: those at about the same time ask together. */
const userById = (prisma: PrismaClient): UserStore['byId'] =>
  gathered(
    async (ids: number[]) => {
      const rows = await prisma.user.findMany({ where: { id: { in: ids } }, select: storedUserSelect });
      const byId = new Map(rows.map((row) => [row.id, toStoredUser(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { most: 500, atOnce: 1 },
  );
