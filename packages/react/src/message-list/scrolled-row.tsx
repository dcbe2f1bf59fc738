import type { VirtualItem } from '@tanstack/react-virtual';
import { Beginning } from './beginning.tsx';
import type { ListItems } from './list-items.ts';
import { RowItem, type RowItemProps } from './row-item.tsx';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

interface ScrolledRowProps extends Omit<RowItemProps, 'index' | 'rows' | 'isTabStop'> {
  place: VirtualItem;
  items: ListItems;
  measure: RowVirtualizer['measureElement'];
  tabStop: number;
}

/** A row, or what stands before the first one, where it belongs on the canvas. */
export function ScrolledRow({ place, items, measure, tabStop, ...row }: ScrolledRowProps) {
  const { index, start } = place;
  const rowIndex = items.rowIndexAt(index);
  return (
    <div className="vc-item" data-index={index} ref={measure} style={{ transform: `translateY(${start}px)` }}>
      {rowIndex < 0 ? (
        <Beginning known={row.known} />
      ) : (
        <RowItem rows={items.rows} index={rowIndex} isTabStop={index === tabStop} {...row} />
      )}
    </div>
  );
}
