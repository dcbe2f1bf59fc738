import type { UserStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { type StoredUserRow, storedUserColumns, toStoredUser } from '../rows/user-row.ts';

/** Names are ordered and compared by their bytes, in which every database agrees with every other. */
export const searchUsers =
  (prisma: PrismaClient): UserStore['search'] =>
  async (query, { limit, after }) => {
    const afterKey = after
      ? Prisma.sql`(u.full_name COLLATE "C", u.id) > (${after.fullName}::text COLLATE "C", ${after.id}::int)`
      : Prisma.sql`TRUE`;
    const rows = await prisma.$queryRaw<StoredUserRow[]>`
      SELECT ${storedUserColumns} FROM "user" u
      WHERE u.deactivated_at IS NULL AND u.full_name ILIKE ${`%${escapeLike(query)}%`} ESCAPE '\\' AND ${afterKey}
      ORDER BY u.full_name COLLATE "C", u.id LIMIT ${limit}`;
    return rows.map(toStoredUser);
  };

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
