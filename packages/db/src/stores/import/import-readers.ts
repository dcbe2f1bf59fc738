import type { ImportReader, ImportStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';

export const importReaders = (prisma: PrismaClient): Pick<ImportStore, 'readersByEmail' | 'admins'> => ({
  readersByEmail: (email) =>
    prisma.$queryRaw<ImportReader[]>`
      SELECT id, full_name AS "fullName" FROM "user"
      WHERE lower(email) = lower(${email}) AND deactivated_at IS NULL ORDER BY id`,
  admins: () =>
    prisma.user.findMany({
      where: { role: 'admin', deactivatedAt: null },
      orderBy: { id: 'asc' },
      select: { id: true, fullName: true },
    }),
});
