import type { PrismaClient } from '../../generated/client.ts';
import type { Database } from '../database.ts';

/**
 * Has the embedded database look at what is in its tables, by which it plans statements: elsewhere autovacuum does, there nobody.
 * Without, the first page of somebody in 1,000 conversations took ten times as long. A real Postgres is left alone.
 */
export async function refreshStatistics({ kind }: Database, prisma: PrismaClient): Promise<void> {
  if (kind === 'embedded') await prisma.$executeRaw`ANALYZE`;
}
