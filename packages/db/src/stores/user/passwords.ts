import type { UserStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { type StoredUserRow, storedUserColumns, toStoredUser } from '../rows/user-row.ts';

/** `ON CONFLICT` names the index user_password_email_key by what it is made of. */
export const passwords = (
  prisma: PrismaClient,
): Pick<UserStore, 'createWithPassword' | 'credentialsByEmail' | 'passwordHash' | 'setPasswordHash'> => ({
  async createWithPassword({ email, fullName, passwordHash, role }) {
    const [row] = await prisma.$queryRaw<StoredUserRow[]>`
      INSERT INTO "user" AS u (email, full_name, password_hash, role)
      VALUES (${email}, ${fullName}, ${passwordHash}, ${role}::platform_role)
      ON CONFLICT (lower(email)) WHERE password_hash IS NOT NULL DO NOTHING
      RETURNING ${storedUserColumns}`;
    return row ? toStoredUser(row) : null;
  },
  async credentialsByEmail(email) {
    const [row] = await prisma.$queryRaw<{ userId: number; passwordHash: string }[]>`
      SELECT id AS "userId", password_hash AS "passwordHash" FROM "user"
      WHERE lower(email) = lower(${email}) AND password_hash IS NOT NULL`;
    return row ?? null;
  },
  async passwordHash(userId) {
    const row = await prisma.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
    return row?.passwordHash ?? null;
  },
  async setPasswordHash(userId, passwordHash) {
    await prisma.user.updateMany({ where: { id: userId }, data: { passwordHash } });
  },
});
