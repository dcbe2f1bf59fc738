import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { ListItems } from './list-items.ts';
import { indexOfPlace, type ScrollTarget } from './scroll-target.ts';
import type { Messages } from './use-messages.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

const highlightMs = 2_500;

export interface ScrollTargets {
  /** It is being taken to somewhere else than its end. */
  isLeavingEnd: boolean;
  /** The message that somebody's link names, for as long as it is highlighted. */
  pointedOutSeq: number | null;
  scrollTo(target: ScrollTarget): void;
}

/** Takes the list to where it is sent, as soon as that is loaded. The last one sent for wins. */
export function useScrollTarget(
  virtualizer: RowVirtualizer,
  items: ListItems,
  isAt: Messages['isAt'],
  opening: ScrollTarget,
): ScrollTargets {
  const [target, scrollTo] = useState<ScrollTarget | null>(opening);
  const [pointedOutSeq, setPointedOutSeq] = useState<number | null>(null);
  const place = target?.place;
  const isThere = place !== undefined && (typeof place === 'object' || isAt(place));

  useLayoutEffect(() => {
    if (!target || !isThere) return;
    const index = indexOfPlace(items, target.place);
    if (target.place === 'end') virtualizer.scrollToEnd();
    else if (index >= 0) virtualizer.scrollToIndex(index, { align: target.align });
    if (target.isPointedOut && typeof target.place === 'number') setPointedOutSeq(target.place);
    // Until it stands there. Should a page come before that, the row has another index.
    return afterTwoFrames(() => scrollTo((latest) => (latest === target ? null : latest)));
  }, [target, isThere, items, virtualizer]);

  useEffect(() => {
    if (pointedOutSeq === null) return;
    const timer = setTimeout(() => setPointedOutSeq(null), highlightMs);
    return () => clearTimeout(timer);
  }, [pointedOutSeq]);

  return {
    isLeavingEnd: isThere && place !== 'end',
    pointedOutSeq,
    scrollTo: useCallback((to) => scrollTo(to), []),
  };
}

function afterTwoFrames(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}
