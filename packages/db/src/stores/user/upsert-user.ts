import type { UserStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { type StoredUserRow, storedUserColumns, toStoredUser } from '../rows/user-row.ts';

export const upsertUser =
  (prisma: PrismaClient): UserStore['upsert'] =>
  (input) =>
    write(prisma, input, { endsDeactivation: true });

export const recognizeUser =
  (prisma: PrismaClient): UserStore['recognize'] =>
  (input) =>
    write(prisma, input, { endsDeactivation: false });

/** Fields that are not given stay as they are. The condition is judged on the row as it is once its lock is had. */
async function write(
  prisma: PrismaClient,
  { issuer, externalId, fullName, email, avatarUrl, role }: Parameters<UserStore['upsert']>[0],
  { endsDeactivation }: { endsDeactivation: boolean },
): ReturnType<UserStore['upsert']> {
  const next = Prisma.sql`excluded.full_name, excluded.role,
    CASE WHEN ${email !== undefined} THEN excluded.email ELSE u.email END,
    CASE WHEN ${avatarUrl !== undefined} THEN excluded.avatar_url ELSE u.avatar_url END, NULL::timestamptz`;
  const [written] = await prisma.$queryRaw<StoredUserRow[]>`
    INSERT INTO "user" AS u (issuer, external_id, full_name, email, avatar_url, role)
    VALUES (${issuer}, ${externalId}, ${fullName}, ${email ?? null}, ${avatarUrl ?? null}, ${role}::platform_role)
    ON CONFLICT (issuer, external_id) DO UPDATE SET
      (full_name, role, email, avatar_url, deactivated_at, version) = ROW(${next}, u.version + 1)
    WHERE (u.full_name, u.role, u.email, u.avatar_url, u.deactivated_at) IS DISTINCT FROM (${next})
      AND (${endsDeactivation} OR u.deactivated_at IS NULL)
    RETURNING ${storedUserColumns}`;
  if (written) return { user: toStoredUser(written), isChanged: true };
  const unchanged = await prisma.$queryRaw<StoredUserRow[]>`
    SELECT ${storedUserColumns} FROM "user" u WHERE u.issuer = ${issuer} AND u.external_id = ${externalId}`;
  return { user: toStoredUser(firstRow(unchanged)), isChanged: false };
}
