import { type UnreadTotals, unreadTotals } from '@vibe/client';
import { useNow } from '../format/use-now.ts';
import { useSync } from '../provider/use-sync.ts';

/** What is unread in all conversations that are neither muted nor archived: for a badge of the host page's own. */
export function useUnread(): UnreadTotals {
  const nowMs = useNow();
  return useSync(({ chat }) => unreadTotals(chat, nowMs));
}
