import type { SessionStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';

export const deleteExpiredSessions =
  (prisma: PrismaClient): SessionStore['deleteExpired'] =>
  (before, maxRows) =>
    prisma.$executeRaw`
      DELETE FROM session WHERE id IN (
        SELECT id FROM session WHERE expires_at < ${before} ORDER BY expires_at LIMIT ${maxRows}
        FOR UPDATE SKIP LOCKED
      )`;
