import { z } from 'zod';
import { ConversationId } from './ids.ts';

/** How one member keeps one conversation. It is theirs alone: nobody else is sent it. */
export interface Preference {
  conversationId: number;
  /** No notifications until then; `mutedForever`, and any time in the year 9999, stands for always. */
  mutedUntil: string | null;
  pinnedAt: string | null;
  archivedAt: string | null;
  /** Rises with every change of this row; 0 when nothing was ever set. */
  version: number;
}

/** Databases and languages agree on times between these. */
const isUsual = (time: string): boolean => Date.parse(time) >= 0 && Date.parse(time) < Date.UTC(10_000, 0);
const Instant = z.iso
  .datetime({ offset: true, error: 'mutedUntil must be an ISO 8601 time' })
  .refine(isUsual, { error: 'mutedUntil must be between 1970 and 9999' });

/** A field that is left out stays as it is. */
export const SetPreferenceInput = z.object({
  conversationId: ConversationId,
  mutedUntil: Instant.nullable().optional(),
  isPinned: z.boolean().optional(),
  isArchived: z.boolean().optional(),
});
export type SetPreferenceInput = z.infer<typeof SetPreferenceInput>;
