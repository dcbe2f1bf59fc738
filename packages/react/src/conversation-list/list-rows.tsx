import { type ReactNode, type Ref, type RefObject, useImperativeHandle, useRef } from 'react';
import { ConversationRow, type RowDeeds } from './conversation-row.tsx';
import { RowSkeleton } from './row-skeleton.tsx';
import { useKeptPlace } from './use-kept-place.ts';
import { useListPresence } from './use-list-presence.ts';
import { useMoreConversations } from './use-more-conversations.ts';
import { type RowKey, useRoving } from './use-roving.ts';
import { useRowHeight } from './use-row-height.ts';
import { useSteadyPlace } from './use-steady-place.ts';
import { useVisibleRows } from './use-visible-rows.ts';

/** For what is around the rows: the search field, and the menu that was closed. */
export interface ListRowsHandle {
  focusFirst(): void;
  /** That row, or what is in its place now. */
  focusRow(conversationId: number): void;
}

export interface ListRowsProps {
  label: string;
  ids: readonly number[];
  openId: number | null;
  /** Whose menu is open. */
  menuId: number | null;
  deeds: RowDeeds;
  handle: Ref<ListRowsHandle>;
  /** Where it is scrolled to, for when it is shown again. */
  place?: RefObject<number>;
  /** What was looked for. Another one's rows begin at the top. */
  subject?: string;
  /** The rows of `children`, by the names in their `data-row`. */
  otherKeys?: readonly string[];
  /** What stands below the conversations; it is told which row the tab key comes to. */
  children?: (tabStop: RowKey | null) => ReactNode;
  /** The arrow key up was pressed in the first row. */
  onLeave?: () => void;
}

const none: readonly string[] = [];

/** Conversations, of which only those that are seen are on the page. */
export function ListRows(props: ListRowsProps) {
  const { label, ids, openId, menuId, deeds, handle, place, subject = '' } = props;
  const { otherKeys = none, children, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(probe);
  const roving = useRoving({
    list: scroller,
    keys: [...ids, ...otherKeys],
    preferred: openId,
    ...(onLeave && { onLeave }),
  });
  const { tabStop, focusFirst, focusRow, ...keys } = roving;
  const { rows, firstSeen, lastSeen } = useVisibleRows({ scroller, ids, rowHeight, keptId: tabStop });
  const mouse = useSteadyPlace({ scroller, ids, rowHeight, subject });
  useKeptPlace(scroller, place);
  useListPresence(ids, firstSeen);
  const hasMore = useMoreConversations(ids.length, lastSeen);
  useImperativeHandle(handle, () => ({ focusFirst, focusRow }));
  return (
    <div className="vc-list-scroller" ref={scroller} {...keys} {...mouse}>
      <div className="vc-row-probe" ref={probe} aria-hidden />
      {ids.length > 0 && (
        <ul
          className="vc-rows"
          aria-label={label}
          style={{ blockSize: `calc(var(--vc-row-height) * ${ids.length})` }}
        >
          {rows.map(({ id, index }) => (
            <li
              key={id}
              className="vc-row-place"
              style={{ insetBlockStart: `calc(var(--vc-row-height) * ${index})` }}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
            >
              <ConversationRow
                conversationId={id}
                isOpen={id === openId}
                isMenuOpen={id === menuId}
                isTabStop={id === tabStop}
                deeds={deeds}
              />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <div className="vc-row-space">
          <RowSkeleton />
        </div>
      )}
      {children?.(tabStop)}
    </div>
  );
}
