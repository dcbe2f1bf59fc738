import type { SessionStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { type AskStatement, toStatement } from '../../statement.ts';
import { gathered } from '../gathered.ts';
import { toUser, type UserRow, userJson } from '../rows/user-row.ts';
import { deleteExpiredSessions } from './delete-expired-sessions.ts';
import { isUuid } from './is-uuid.ts';
import { rotateSession } from './rotate-session.ts';
import { type SessionRow, toSession } from './session-row.ts';

export const prismaSessionStore = (prisma: PrismaClient, ask: AskStatement): SessionStore => ({
  async create(session) {
    await prisma.session.create({ data: session, select: { id: true } });
  },
  byId: sessionById(ask),
  rotate: rotateSession(prisma),
  async revoke(sessionId) {
    if (!isUuid(sessionId)) return;
    await prisma.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
  },
  async revokeAll(userId, exceptId) {
    const revoked = await prisma.session.updateManyAndReturn({
      where: { userId, revokedAt: null, ...(exceptId && { id: { not: exceptId } }) },
      data: { revokedAt: new Date() },
      select: { id: true },
    });
    return revoked.map(({ id }) => id);
  },
  deleteExpired: deleteExpiredSessions(prisma),
});

/** Every connection asks: those at about the same time ask together. */
function sessionById(ask: AskStatement): SessionStore['byId'] {
  const find = gathered(
    async (ids: string[]) => {
      const sql = Prisma.sql`
        SELECT s.id, s.user_id AS "userId", s.scopes, s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt",
               ${userJson} AS user
        FROM session s CROSS JOIN LATERAL (SELECT * FROM "user" WHERE id = s.user_id LIMIT 1) AS u
        WHERE s.id = ANY (${ids}::uuid[])`;
      const rows = await ask<SessionRow & { user: UserRow }>(...toStatement('sessions_by_id', sql));
      const byId = new Map(
        rows.map(({ user, ...row }) => [row.id, { ...toSession(row), user: toUser(user) }]),
      );
      return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
    },
    { most: 500, atOnce: 1 },
  );
  return async (sessionId) => (isUuid(sessionId) ? find(sessionId) : null);
}
