import type { Session } from '@vibe/chat';
import { Scope } from '@vibe/contract';
import type { Prisma } from '../../../generated/client.ts';

export const sessionSelect = {
  id: true,
  userId: true,
  scopes: true,
  expiresAt: true,
  revokedAt: true,
} satisfies Prisma.SessionSelect;

export type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>;

/** A scope that this version does not know, written by a newer one, allows nothing here. */
export const toSession = (row: SessionRow): Session => ({
  ...row,
  scopes: row.scopes.flatMap((scope) => Scope.safeParse(scope).data ?? []),
});
