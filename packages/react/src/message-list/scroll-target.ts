import type { Anchor } from '@vibe/client';
import type { ListItems } from './list-items.ts';

/** Where a list is to be scrolled to: a place in the history, or a row that is loaded, on its way or stored. */
export interface ScrollTarget {
  place: Anchor | { key: string };
  align: 'start' | 'center' | 'end';
  /** It is what somebody's link names. */
  isPointedOut?: boolean;
}

/** A link's message stands in the middle; where nothing is pointed out, what is new begins at the top. */
export const openingTarget = (opening: Anchor, isPointedOut: boolean): ScrollTarget => ({
  place: opening,
  align: isPointedOut ? 'center' : 'start',
  isPointedOut,
});

/** The item to scroll to; -1 where there is none. */
export function indexOfPlace(items: ListItems, place: ScrollTarget['place']): number {
  if (place === 'end') return items.count - 1;
  if (typeof place === 'object') return items.indexOfKey(place.key);
  return items.indexOfRow(items.rows.indexOfSeq(place));
}
