import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Rows on the page beyond those that are seen. */
const overscanRows = 6;

interface VisibleRowsOptions {
  scroller: RefObject<HTMLElement | null>;
  ids: readonly number[];
  rowHeight: number;
  /** It stays on the page wherever the list is scrolled to: the focus may be in it. */
  keptId: number | string | null;
}

/** Which rows are on the page, and where. */
export function useVisibleRows({ scroller, ids, rowHeight, keptId }: VisibleRowsOptions) {
  const keptIndex = typeof keptId === 'number' ? ids.indexOf(keptId) : -1;
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: overscanRows,
    rangeExtractor(range) {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex < 0 || indexes.includes(keptIndex)) return indexes;
      return [...indexes, keptIndex].sort((a, b) => a - b);
    },
  });
  const rows = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const id = ids[index];
    return id === undefined ? [] : [{ id, index }];
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  return { rows, firstSeen: startIndex, lastSeen: endIndex };
}
