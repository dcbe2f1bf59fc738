import { useEffect } from 'react';
import { useChat } from '../provider/use-chat.ts';
import type { ListItems } from './list-items.ts';
import type { Messages } from './use-messages.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/** A message has been seen that stood there for so long, not one that was scrolled past. */
const glanceMs = 150;

/** What was on the screen while somebody looked at the page counts as read. */
export function useReading(
  virtualizer: RowVirtualizer,
  items: ListItems,
  { known, isShown }: Messages,
): void {
  const { sync } = useChat();
  const { id, unreadCount } = known.conversation;
  const seq = lastSeqOnScreen(virtualizer, items);
  const isWanted = isShown && seq !== null && unreadCount > 0;
  useEffect(() => {
    if (!isWanted) return;
    const mark = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) sync.markRead(id, seq);
    };
    const timer = setTimeout(mark, glanceMs);
    window.addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [sync, id, seq, isWanted]);
}

/** The latest message of which at least half is on the screen; of a very long one, its beginning. */
function lastSeqOnScreen(virtualizer: RowVirtualizer, { rows, rowIndexAt }: ListItems): number | null {
  const { scrollOffset, scrollRect } = virtualizer;
  if (scrollOffset === null || !scrollRect || scrollRect.height === 0) return null;
  const bottom = scrollOffset + scrollRect.height;
  const shown = virtualizer
    .getVirtualItems()
    .filter(
      ({ start, size, end }) => end > scrollOffset && start + Math.min(size, scrollRect.height) / 2 <= bottom,
    );
  for (const { index } of shown.toReversed()) {
    const seq = rows.at(rowIndexAt(index))?.seq;
    if (seq != null) return seq;
  }
  return null;
}
