import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ListItems } from './list-items.ts';
import { endThreshold } from './near-end.ts';
import { keepHeights, knownHeight } from './row-heights.ts';
import { createScrollPace } from './scroll-pace.ts';
import { indexOfPlace, type ScrollTarget } from './scroll-target.ts';

export type RowVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** Room for what shows that older or newer ones are loading; always there, so that nothing moves when it comes. */
const edge = 48;
const restingEdge = 16;

export interface RowVirtualizerOptions {
  /** Whether the messages go on after the last one that is loaded. */
  hasNewer: boolean;
  /** Of an item that stays in the page wherever the screen is; -1 for none. */
  keptIndex: number;
  /** Where the list opens. */
  opening: ScrollTarget['place'];
}

export interface RowsOnScreen {
  virtualizer: RowVirtualizer;
  /** They go by too fast to be read. */
  isFlight: boolean;
}

export function useRowVirtualizer(
  scroller: RefObject<HTMLDivElement | null>,
  items: ListItems,
  { hasNewer, keptIndex, opening }: RowVirtualizerOptions,
): RowsOnScreen {
  const getItemKey = useCallback((index: number) => items.keyAt(index), [items]);
  const seam = useSeam(items);
  const isOpening = useIsOpening();
  const [pace] = useState(createScrollPace);
  const virtualizer: RowVirtualizer = useVirtualizer({
    count: items.count,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => expectedHeight(items, index),
    // Near to where it will be: what lies elsewhere is not drawn first.
    initialOffset: () => offsetOf(items, indexOfPlace(items, opening)),
    anchorTo: 'end',
    scrollEndThreshold: hasNewer ? 0 : endThreshold,
    initialRect: latestRect,
    observeElementOffset: pace.observe,
    scrollToFn: pace.scrollTo,
    overscan: isOpening || pace.isLeap ? leapOverscan : overscan,
    paddingStart: edge,
    paddingEnd: hasNewer ? edge : restingEdge,
    rangeExtractor: (range) => {
      const { count } = range;
      const from = Math.max(0, range.startIndex - range.overscan);
      const to = Math.min(count - 1, range.endIndex + range.overscan);
      const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
      // What has the focus stays, or the keyboard would lose its place.
      if (keptIndex >= 0 && keptIndex < from) indexes.unshift(keptIndex);
      if (keptIndex > to && keptIndex < count) indexes.push(keptIndex);
      return indexes;
    },
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ key, index, start, end }) => {
    const { scrollOffset, scrollRect, measurementsCache, itemSizeCache } = virtualizer;
    const top = scrollOffset ?? 0;
    const seamStart = measurementsCache[seam]?.start ?? Number.POSITIVE_INFINITY;
    const isSeamSeen = seamStart < top + (scrollRect?.height ?? 0);
    if (index === seam) return isSeamSeen;
    if (itemSizeCache.has(key)) return end <= top;
    return start < top || (index < seam && isSeamSeen);
  };
  useLayoutEffect(() => {
    latestRect = virtualizer.scrollRect ?? latestRect;
    keepHeights(virtualizer);
  });
  // The range as of now, for those who read it.
  virtualizer.getVirtualItems();
  return { virtualizer, isFlight: pace.isFlight };
}

/** Of the list that was drawn last: the next one is most likely as large, and then has its rows at once. */
let latestRect = { width: 0, height: 0 };

/** So many items beside those on the screen are in the page; fewer where all of them are new, until they have been seen. */
const leapOverscan = 1;
const overscan = 6;
/** Until the first frame has been painted, and somebody could scroll. */
const openingMs = 100;

function useIsOpening(): boolean {
  const [isOpening, setIsOpening] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsOpening(false), openingMs);
    return () => clearTimeout(timer);
  }, []);
  return isOpening;
}

/**
 * The item that was the first row until older ones came before it; -1 where none did. It and what stands below it must not
 * move for them: neither for their sizes, which are not known until they are drawn, nor for its own, which is another one
 * once it is known whether it begins a day or a group.
 */
function useSeam(items: ListItems): number {
  const firstKey = items.rows.count > 0 ? items.rows.keyAt(0) : null;
  const [seen, setSeen] = useState({ firstKey, seamKey: firstKey });
  if (seen.firstKey !== firstKey) setSeen({ firstKey, seamKey: seen.firstKey });
  const { seamKey } = seen;
  return useMemo(() => {
    if (seamKey === null || seamKey === firstKey) return -1;
    for (let index = 0; index < items.count; index++) if (items.keyAt(index) === seamKey) return index;
    return -1;
  }, [items, firstKey, seamKey]);
}

function offsetOf(items: ListItems, index: number): number {
  let offset = edge;
  for (let before = 0; before < index; before++) offset += expectedHeight(items, before);
  return offset;
}

const lineChars = 60;
const expectedHeight = (items: ListItems, index: number): number =>
  knownHeight(items.keyAt(index)) ?? 44 + Math.floor(items.contentLengthAt(index) / lineChars) * 21;
