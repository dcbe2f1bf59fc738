import type { Preference } from '@vibe/contract';
import { Prisma } from '../../../generated/client.ts';
import { columnsJson } from './columns.ts';
import { ms, toIsoOrNull } from './time.ts';

export interface PreferenceRow extends Omit<Preference, 'mutedUntil' | 'pinnedAt' | 'archivedAt'> {
  mutedUntil: number | null;
  pinnedAt: number | null;
  archivedAt: number | null;
}

/** A `PreferenceRow` of the preference that a query calls `f`. */
export const preferenceJson = Prisma.sql`json_build_object(
  'conversationId', f.conversation_id, 'mutedUntil', ${ms('f.muted_until')}, 'pinnedAt', ${ms('f.pinned_at')},
  'archivedAt', ${ms('f.archived_at')}, 'version', f.version)`;

/** The `PreferenceRow`s of the preferences that a query calls `f`. */
export const preferenceColumns = columnsJson({
  conversationId: Prisma.sql`f.conversation_id`,
  mutedUntil: ms('f.muted_until'),
  pinnedAt: ms('f.pinned_at'),
  archivedAt: ms('f.archived_at'),
  version: Prisma.sql`f.version`,
});

export const toPreference = (row: PreferenceRow): Preference => ({
  ...row,
  mutedUntil: toIsoOrNull(row.mutedUntil),
  pinnedAt: toIsoOrNull(row.pinnedAt),
  archivedAt: toIsoOrNull(row.archivedAt),
});

/** How a conversation is kept where nothing was ever set. */
export const unsetPreference = (conversationId: number): Preference => ({
  conversationId,
  mutedUntil: null,
  pinnedAt: null,
  archivedAt: null,
  version: 0,
});
