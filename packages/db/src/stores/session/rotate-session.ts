import type { SessionStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { isUuid } from './is-uuid.ts';
import { sessionSelect, toSession } from './session-row.ts';

/**
 * The first step decides: of two calls with one token, the database lets one find the token current. The other then
 * finds it to be the one before.
 */
export const rotateSession =
  (prisma: PrismaClient): SessionStore['rotate'] =>
  async ({ sessionId, refreshHash, nextRefreshHash, now, graceMs, expiresAt }) => {
    if (!isUuid(sessionId)) return { outcome: 'ended' };
    const live = { id: sessionId, revokedAt: null, expiresAt: { gt: now }, refreshHash: { not: null } };

    const [rotated] = await prisma.session.updateManyAndReturn({
      where: { ...live, refreshHash },
      data: { refreshHash: nextRefreshHash, previousRefreshHash: refreshHash, rotatedAt: now, expiresAt },
      select: sessionSelect,
    });
    if (rotated) return { outcome: 'rotated', session: toSession(rotated) };

    const graceStart = new Date(now.getTime() - graceMs);
    const repeated = await prisma.session.findFirst({
      where: { ...live, previousRefreshHash: refreshHash, rotatedAt: { gt: graceStart } },
      select: sessionSelect,
    });
    if (repeated) return { outcome: 'repeated', session: toSession(repeated) };

    const [reused] = await prisma.session.updateManyAndReturn({
      where: live,
      data: { revokedAt: now },
      select: sessionSelect,
    });
    return reused ? { outcome: 'reused', session: toSession(reused) } : { outcome: 'ended' };
  };
