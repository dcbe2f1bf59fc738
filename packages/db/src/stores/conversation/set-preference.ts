import type { ConversationStore } from '@vibe/chat';
import { Prisma, type PrismaClient } from '../../../generated/client.ts';
import { type PreferenceRow, preferenceJson, toPreference } from '../rows/preference-row.ts';
import { instant } from '../rows/time.ts';

export const setPreference =
  (prisma: PrismaClient): ConversationStore['setPreference'] =>
  async (userId, conversationId, { mutedUntil, pinnedAt, archivedAt }) => {
    const [row] = await prisma.$queryRaw<{ preference: PreferenceRow }[]>`
      INSERT INTO preference AS f (conversation_id, user_id, muted_until, pinned_at, archived_at)
      SELECT p.conversation_id, p.user_id,
             ${instant(mutedUntil ?? null)}, ${instant(pinnedAt ?? null)}, ${instant(archivedAt ?? null)}
      FROM participant p
      WHERE p.conversation_id = ${conversationId} AND p.user_id = ${userId} AND p.left_at IS NULL
      ON CONFLICT (conversation_id, user_id) DO UPDATE SET
        muted_until = ${given('muted_until', mutedUntil)}, pinned_at = ${given('pinned_at', pinnedAt)},
        archived_at = ${given('archived_at', archivedAt)}, version = f.version + 1
      RETURNING ${preferenceJson} AS preference`;
    return row ? toPreference(row.preference) : null;
  };

/** The new value, or what is there where none was given. */
const given = (column: string, value: Date | null | undefined): Prisma.Sql =>
  Prisma.raw(`${value === undefined ? 'f' : 'excluded'}.${column}`);
