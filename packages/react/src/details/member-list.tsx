import { useVirtualizer } from '@tanstack/react-virtual';
import type { Actor, Participant } from '@vibe/contract';
import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useFollowedPresence } from '../people/use-presence.ts';
import type { GroupOf } from './member-deeds.ts';
import { MemberRow } from './member-row.tsx';
import { MemberSkeleton } from './member-skeleton.tsx';

interface MemberListProps {
  conversationId: number;
  members: readonly Participant[];
  group: GroupOf;
  actor: Actor;
  scroller: HTMLElement | null;
  /** How many rows to show for those who are still on their way. */
  skeletons: number;
  onRemove(member: Participant): void;
}

const rowPx = 56;
const rowsBeyond = 6;

/** Only the rows in sight are there, and only of them it is followed who is online: a group may have a thousand members. */
export function MemberList(props: MemberListProps) {
  const { conversationId, members, group, actor, scroller, skeletons, onRemove } = props;
  const list = useRef<HTMLUListElement>(null);
  const startPx = useStartPx(list, scroller);
  const virtual = useVirtualizer({
    count: members.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowPx,
    getItemKey: (index) => members[index]?.userId ?? index,
    overscan: rowsBeyond,
    scrollMargin: startPx,
  });
  const rows = virtual.getVirtualItems();
  const ids = rows.map(({ index }) => members[index]?.userId ?? 0);
  useFollowedPresence(ids);
  return (
    <>
      <ul ref={list} className="vc-member-list" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map(({ key, index, start }) => {
          const member = members[index];
          if (!member) return null;
          const style: CSSProperties = { transform: `translateY(${start - startPx}px)` };
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={members.length}
              aria-posinset={index + 1}
              style={style}
            >
              <MemberRow
                conversationId={conversationId}
                member={member}
                group={group}
                actor={actor}
                onRemove={onRemove}
              />
            </li>
          );
        })}
      </ul>
      {Array.from({ length: skeletons }, (_, row) => row).map((row) => (
        <MemberSkeleton key={row} />
      ))}
    </>
  );
}

/** How far below the start of what scrolls the list begins. It changes with what is above: a form, a problem. */
function useStartPx(list: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [startPx, setStartPx] = useState(0);
  useLayoutEffect(() => {
    if (!list.current || !scroller) return;
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setStartPx(Math.round(top + scroller.scrollTop));
  });
  return startPx;
}
