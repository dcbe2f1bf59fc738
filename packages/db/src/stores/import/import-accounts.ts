import type { ImportStore } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { importIssuer } from './import-issuer.ts';

export const importAccounts =
  (prisma: PrismaClient): ImportStore['accounts'] =>
  async (accounts) => {
    const externalIds = accounts.map(({ externalId }) => externalId);
    await prisma.$executeRaw`
      INSERT INTO "user" (issuer, external_id, full_name, role, deactivated_at)
      SELECT ${importIssuer}, a.external_id, a.full_name, a.role::platform_role, now()
      FROM unnest(${externalIds}::text[], ${accounts.map(({ fullName }) => fullName)}::text[],
                  ${accounts.map(({ role }) => role)}::text[]) WITH ORDINALITY AS a (external_id, full_name, role, ordinal)
      ORDER BY a.ordinal
      ON CONFLICT (issuer, external_id) DO NOTHING`;
    const rows = await prisma.$queryRaw<{ id: number; externalId: string }[]>`
      SELECT id, external_id AS "externalId" FROM "user"
      WHERE issuer = ${importIssuer} AND external_id = ANY (${externalIds}::text[])`;
    return new Map(rows.map(({ id, externalId }) => [externalId, id]));
  };
