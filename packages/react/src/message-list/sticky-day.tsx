import { useNow } from '../format/use-now.ts';
import { useFormat } from '../provider/use-chat.ts';
import type { ListItems } from './list-items.ts';
import { useIsMoved } from './use-is-moved.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/**
 * The day of what is at the top of the screen, while somebody moves it. It sticks there up to where the next day begins, which
 * pushes it out.
 */
export function StickyDay({ virtualizer, items }: { virtualizer: RowVirtualizer; items: ListItems }) {
  const format = useFormat();
  const nowMs = useNow();
  const isMoved = useIsMoved(virtualizer.scrollElement);
  const dayAt = (index: number): number | null => {
    const row = items.rows.at(items.rowIndexAt(index));
    return row ? format.dayKey(row.createdAt) : null;
  };
  const top = virtualizer.range?.startIndex ?? 0;
  // Above the first row there may be how the conversation began, of no day.
  const first = items.rows.at(Math.max(0, items.rowIndexAt(top)));
  if (!first) return null;
  const day = format.dayKey(first.createdAt);
  // Where the day begins, it says so itself.
  const isSaid = dayAt(top - 1) !== day;
  const next = virtualizer.getVirtualItems().find(({ index }) => index > top && dayAt(index) !== day);
  return (
    <div className="vc-day-band" style={{ blockSize: next?.start ?? '100%' }} aria-hidden>
      <p
        className="vc-sticky-day"
        data-shown={virtualizer.isScrolling && isMoved && !isSaid}
        data-said={isSaid}
      >
        <span className="vc-pill">{format.day(first.createdAt, nowMs)}</span>
      </p>
    </div>
  );
}
