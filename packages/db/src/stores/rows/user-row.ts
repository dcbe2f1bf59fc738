import type { StoredUser } from '@vibe/chat';
import type { User } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { columnsJson } from './columns.ts';

export interface UserRow {
  id: number;
  fullName: string;
  avatarUrl: string | null;
  role: User['role'];
  deactivatedAt: Date | number | null;
  version: number;
}

export interface StoredUserRow extends UserRow {
  email: string | null;
}

/** A `UserRow` of the user that a query calls `u`. */
export const userJson = Prisma.sql`json_build_object(
  'id', u.id, 'fullName', u.full_name, 'avatarUrl', u.avatar_url, 'role', u.role,
  'deactivatedAt', extract(epoch FROM u.deactivated_at), 'version', u.version)`;

/** `UserRow`s of the users that a query calls `u`. */
export const userColumns = columnsJson({
  id: Prisma.sql`u.id`,
  fullName: Prisma.sql`u.full_name`,
  avatarUrl: Prisma.sql`u.avatar_url`,
  role: Prisma.sql`u.role`,
  deactivatedAt: Prisma.sql`extract(epoch FROM u.deactivated_at)`,
  version: Prisma.sql`u.version`,
});

/** The columns of a `StoredUserRow`, of the user that a query calls `u`. */
export const storedUserColumns = Prisma.sql`u.id, u.full_name AS "fullName", u.avatar_url AS "avatarUrl", u.role::text,
  u.deactivated_at AS "deactivatedAt", u.version, u.email`;

export const storedUserSelect = {
  id: true,
  fullName: true,
  avatarUrl: true,
  role: true,
  deactivatedAt: true,
  version: true,
  email: true,
} satisfies Prisma.UserSelect;

export const toUser = ({ id, fullName, avatarUrl, role, deactivatedAt, version }: UserRow): User => ({
  id,
  fullName,
  avatarUrl,
  role,
  isDeactivated: deactivatedAt !== null,
  version,
});

export const toStoredUser = (row: StoredUserRow): StoredUser => ({ ...toUser(row), email: row.email });
