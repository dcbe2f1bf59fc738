import type { Anchor } from '@vibe/client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListItems } from './list-items.ts';
import { openingTarget } from './scroll-target.ts';
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
  const { run, isShown, visit, goTo, isAt } = messages;
  const [first] = useState(() => openingTarget(visit.opening, visit.openedSeq !== undefined));
  const { isLeavingEnd, pointedOutSeq, scrollTo } = useScrollTarget(virtualizer, items, isAt, first);
  const isAtEnd = useAtEnd(virtualizer, items, { hasNewer: run.hasNewer, isShown, isHeld: isLeavingEnd });
  useResting(virtualizer, items, messages, isAtEnd);

  const show = useCallback(
    (place: Anchor, isPointedOut = false) => {
      goTo(place);
      scrollTo(openingTarget(place, isPointedOut));
    },
    [goTo, scrollTo],
  );
  const jumpToEnd = useCallback(() => show('end'), [show]);
  const showRow = useCallback(
    (key: string) => {
      const [, align] = virtualizer.getOffsetForIndex(items.indexOfKey(key)) ?? [];
      if (align === 'start' || align === 'end') scrollTo({ place: { key }, align });
    },
    [virtualizer, items, scrollTo],
  );

  useReopening(messages, seq, isAtEnd, show);
  useSentShown(messages, jumpToEnd);
  return { isAtEnd, pointedOutSeq, jumpToEnd, showRow };
}

/** Goes to where a visit opens, if it is not the first; within one, to the message that a link names. */
function useReopening(
  { visit, isShown }: Messages,
  seq: number | undefined,
  isAtEnd: boolean,
  show: (place: Anchor, isPointedOut: boolean) => void,
): void {
  const opened = useRef({ visit, seq: visit.openedSeq });
  useLayoutEffect(() => {
    const last = opened.current;
    if (!isShown || (last.visit === visit && last.seq === seq)) return;
    opened.current = { visit, seq };
    const place = last.visit === visit ? seq : visit.opening;
    if (place === undefined || (place === 'end' && isAtEnd)) return;
    show(place, seq !== undefined);
  }, [visit, isShown, seq, isAtEnd, show]);
}

/** Whoever writes wants to see it stand there. What was on its way before is no news. */
function useSentShown({ sentAt, visit }: Messages, jumpToEnd: () => void): void {
  const shownAt = useRef('');
  useEffect(() => {
    if (sentAt === null || sentAt <= visit.since || sentAt <= shownAt.current) return;
    shownAt.current = sentAt;
    jumpToEnd();
  }, [sentAt, visit, jumpToEnd]);
}

/** Tells where the screen has come to rest. */
function useResting(
  { range }: RowVirtualizer,
  { rows, rowIndexAt }: ListItems,
  { standAt, isShown }: Messages,
  isAtEnd: boolean,
): void {
  const middle = range && rows.at(rowIndexAt(Math.floor((range.startIndex + range.endIndex) / 2)));
  const place = isAtEnd ? 'end' : (middle?.seq ?? null);
  useEffect(() => {
    if (!isShown || place === null) return;
    const timer = setTimeout(() => standAt(place), restMs);
    return () => clearTimeout(timer);
  }, [isShown, place, standAt]);
}
