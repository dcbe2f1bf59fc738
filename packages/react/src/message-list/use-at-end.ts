import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ListItems } from './list-items.ts';
import { isNearEnd } from './near-end.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/**
 * Whether the list stands at the conversation's end. There it stays: when messages come, be it before an own one that is on
 * its way, and when the room for them shrinks, as the composer grows or a phone's keyboard opens.
 *
 * @param isHeld While the list is being taken elsewhere.
 */
export function useAtEnd(
  virtualizer: RowVirtualizer,
  items: ListItems,
  { hasNewer, isShown, isHeld }: { hasNewer: boolean; isShown: boolean; isHeld: boolean },
): boolean {
  const { scrollElement } = virtualizer;
  const height = useRef(0);
  /** As of the last time that it was drawn: what has just reached the end with a page of messages has not stood there. */
  const drawn = useRef({ items, isShown: true, isAtEnd: false, isFollowing: false });
  // Out of sight it stays where it is; to look at the element there would lay it out, and once more when it is shown.
  const isAtEnd =
    isShown && drawn.current.isShown
      ? !hasNewer && scrollElement !== null && isNearEnd(scrollElement, height.current)
      : drawn.current.isAtEnd;
  const isFollowing = isAtEnd && !isHeld;
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = { items, isShown, isAtEnd, isFollowing };
    if (before.items !== items && before.isFollowing && isFollowing) virtualizer.scrollToEnd();
  });
  useEffect(() => {
    if (!scrollElement) return;
    const observer = new ResizeObserver(() => {
      if (drawn.current.isFollowing) virtualizer.scrollToEnd();
      height.current = scrollElement.clientHeight;
    });
    observer.observe(scrollElement);
    return () => observer.disconnect();
  }, [virtualizer, scrollElement]);
  return isAtEnd;
}
