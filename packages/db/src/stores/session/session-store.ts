import type { SessionStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { deleteExpiredSessions } from './delete-expired-sessions.ts';
import { isUuid } from './is-uuid.ts';
import { rotateSession } from './rotate-session.ts';
import { sessionSelect, toSession } from './session-row.ts';

export const prismaSessionStore = (prisma: PrismaClient): SessionStore => ({
  async create(session) {
    await prisma.session.create({ data: session, select: { id: true } });
  },
  async byId(sessionId) {
    if (!isUuid(sessionId)) return null;
    const row = await prisma.session.findUnique({ where: { id: sessionId }, select: sessionSelect });
    return row && toSession(row);
  },
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
