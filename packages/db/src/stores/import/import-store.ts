import type { ImportStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { firstRow } from '../first-row.ts';
import { appendImport } from './append-import.ts';

export const prismaImportStore = (prisma: PrismaClient): ImportStore => ({
  async person(issuer, externalId, fullName) {
    await prisma.$executeRaw`
      INSERT INTO "user" (issuer, external_id, full_name, deactivated_at)
      VALUES (${issuer}, ${externalId}, ${fullName}, now())
      ON CONFLICT (issuer, external_id) DO NOTHING`;
    const rows = await prisma.$queryRaw<{ id: number }[]>`
      SELECT id FROM "user" WHERE issuer = ${issuer} AND external_id = ${externalId}`;
    return firstRow(rows).id;
  },
  append: appendImport(prisma),
});
