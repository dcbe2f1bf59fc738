import { useNow } from '../format/use-now.ts';
import { useFormat } from '../provider/use-chat.ts';
import type { ListItems } from './list-items.ts';
import { useIsMoved } from './use-is-moved.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/** The day of what is at the top of the screen, while somebody moves it. */
export function StickyDay({ virtualizer, items }: { virtualizer: RowVirtualizer; items: ListItems }) {
  const format = useFormat();
  const nowMs = useNow();
  const isMoved = useIsMoved(virtualizer.scrollElement);
  const index = items.rowIndexAt(virtualizer.range?.startIndex ?? 0);
  const first = items.rows.at(Math.max(0, index));
  if (!first) return null;
  const above = items.rows.at(index - 1);
  // Where the day begins, it says so itself.
  const isSaid = !above || format.dayKey(above.createdAt) !== format.dayKey(first.createdAt);
  return (
    <p className="vc-sticky-day" data-shown={virtualizer.isScrolling && isMoved && !isSaid} aria-hidden>
      <span className="vc-pill">{format.day(first.createdAt, nowMs)}</span>
    </p>
  );
}
