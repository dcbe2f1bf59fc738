import type { Anchor } from '@vibe/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListItems } from './list-items.ts';
import { openingTarget, type ScrollTarget } from './scroll-target.ts';
import { useAtEnd } from './use-at-end.ts';
import type { Messages } from './use-messages.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';
import { useScrollTarget } from './use-scroll-target.ts';

export interface ScrollPlace {
  isAtEnd: boolean;
  /** The message that somebody's link names, for as long as it is highlighted. */
  pointedOutSeq: number | null;
  jumpToEnd(): void;
  /** Brings a loaded row onto the screen, if it is not there. */
  showRow(key: string): void;
}

/** A screen that moves does not say at every frame where it stands. */
const restMs = 400;

/** Where the list stands: where it opens, what it follows, and where it is sent to. */
export function useScrollPlace(
  virtualizer: RowVirtualizer,
  items: ListItems,
  messages: Messages,
  seq: number | undefined,
): ScrollPlace {
  const { run, opening, openedSeq, goTo, isAt } = messages;
  const [first] = useState(() => openingTarget(opening, openedSeq !== undefined));
  const { isLeavingEnd, pointedOutSeq, scrollTo } = useScrollTarget(virtualizer, items, isAt, first);
  const isAtEnd = useAtEnd(virtualizer, items, { hasNewer: run.hasNewer, isHeld: isLeavingEnd });
  useResting(virtualizer, items, messages, isAtEnd);

  const show = useCallback(
    (place: Anchor, how: Omit<ScrollTarget, 'place'>) => {
      goTo(place);
      scrollTo({ place, ...how });
    },
    [goTo, scrollTo],
  );
  const jumpToEnd = useCallback(() => show('end', { align: 'start' }), [show]);
  const showRow = useCallback(
    (key: string) => {
      const [, align] = virtualizer.getOffsetForIndex(items.indexOfKey(key)) ?? [];
      if (align === 'start' || align === 'end') scrollTo({ place: { key }, align });
    },
    [virtualizer, items, scrollTo],
  );

  // A link to a message of the conversation that is open already.
  const shownSeq = useRef(openedSeq);
  useEffect(() => {
    if (seq === shownSeq.current) return;
    shownSeq.current = seq;
    if (seq !== undefined) show(seq, { align: 'center', isPointedOut: true });
  }, [seq, show]);

  useSentShown(messages.sentAt, jumpToEnd);
  return { isAtEnd, pointedOutSeq, jumpToEnd, showRow };
}

/** Whoever writes wants to see it stand there. What an earlier page left on its way is no news. */
function useSentShown(sentAt: string | null, jumpToEnd: () => void): void {
  const [openedAt] = useState(() => new Date().toISOString());
  const shownAt = useRef(openedAt);
  useEffect(() => {
    if (sentAt === null || sentAt <= shownAt.current) return;
    shownAt.current = sentAt;
    jumpToEnd();
  }, [sentAt, jumpToEnd]);
}

/** Tells where the screen has come to rest. */
function useResting(
  { range }: RowVirtualizer,
  { rows, rowIndexAt }: ListItems,
  { standAt }: Messages,
  isAtEnd: boolean,
): void {
  const middle = range && rows.at(rowIndexAt(Math.floor((range.startIndex + range.endIndex) / 2)));
  const place = isAtEnd ? 'end' : (middle?.seq ?? null);
  useEffect(() => {
    if (place === null) return;
    const timer = setTimeout(() => standAt(place), restMs);
    return () => clearTimeout(timer);
  }, [place, standAt]);
}
