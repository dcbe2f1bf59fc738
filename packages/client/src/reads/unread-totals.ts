import type { ChatState } from '../folds/chat-state.ts';
import { memo } from './memo.ts';

/** What the title and an app's badge show. */
export interface UnreadTotals {
  readonly messages: number;
  /** How many conversations those are in. */
  readonly conversations: number;
}

interface Counted {
  unreadCount: number;
  mutedUntilMs: number;
}

const countable = memo((conversations: ChatState['conversations']) => {
  const counted: Counted[] = [...conversations.values()]
    .map(({ conversation }) => conversation)
    .filter(({ unreadCount, preference }) => unreadCount > 0 && preference.archivedAt === null)
    .map(({ unreadCount, preference: { mutedUntil } }) => ({
      unreadCount,
      mutedUntilMs: mutedUntil === null ? 0 : Date.parse(mutedUntil),
    }));
  return { counted, totals: nothing };
});

const nothing: UnreadTotals = { messages: 0, conversations: 0 };

/**
 * What is unread in the loaded conversations that are neither archived nor muted at `nowMs` (a time as of `Date.now()`).
 * Memoised: the same object while no conversation changes and no mute ends.
 */
export function unreadTotals(state: ChatState, nowMs: number): UnreadTotals {
  const known = countable(state.conversations);
  const loud = known.counted.filter(({ mutedUntilMs }) => mutedUntilMs <= nowMs);
  const messages = loud.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  if (known.totals.messages !== messages || known.totals.conversations !== loud.length)
    known.totals = { messages, conversations: loud.length };
  return known.totals;
}
