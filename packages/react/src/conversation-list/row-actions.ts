import type { KnownConversation } from '@vibe/client';
import { type Actor, can, type Preference } from '@vibe/contract';

export type RowAction = 'markRead' | 'pin' | 'unpin' | 'mute' | 'unmute' | 'archive' | 'unarchive';

export const isMuted = ({ mutedUntil }: Pick<Preference, 'mutedUntil'>, nowMs: number): boolean =>
  mutedUntil !== null && Date.parse(mutedUntil) > nowMs;

/** What the person can do with the conversation from the list. */
export function rowActions(
  conversation: KnownConversation,
  actor: Actor,
  nowMs: number,
): readonly RowAction[] {
  const { preference, unreadCount, membership } = conversation;
  const resource = { conversation, membership };
  const marking: RowAction[] = unreadCount > 0 && can(actor, 'receipt.mark', resource) ? ['markRead'] : [];
  if (!can(actor, 'conversation.setPreference', resource)) return marking;
  return [
    ...marking,
    preference.pinnedAt === null ? 'pin' : 'unpin',
    isMuted(preference, nowMs) ? 'unmute' : 'mute',
    preference.archivedAt === null ? 'archive' : 'unarchive',
  ];
}
