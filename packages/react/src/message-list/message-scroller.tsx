import { useMemo, useRef } from 'react';
import { useFormat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { Announcer } from './announcer.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { createItems } from './list-items.ts';
import { LoadProblemNote } from './load-problem-note.tsx';
import { LoadingEdge } from './loading-edge.tsx';
import type { MessageListProps } from './message-list.tsx';
import { createRows } from './message-rows.ts';
import { PassingRow } from './passing-row.tsx';
import { ScrolledRow } from './scrolled-row.tsx';
import { StickyDay } from './sticky-day.tsx';
import { useDrawnRows } from './use-drawn-rows.ts';
import { useListFocus } from './use-list-focus.ts';
import { useListKeys } from './use-list-keys.ts';
import type { Messages } from './use-messages.ts';
import { usePages } from './use-pages.ts';
import { useReading } from './use-reading.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowVirtualizer } from './use-row-virtualizer.ts';
import { useScrollPlace } from './use-scroll-place.ts';

interface MessageScrollerProps extends Omit<MessageListProps, 'conversationId'> {
  messages: Messages;
  /** They are out of sight, and stay as they are. */
  isPaused: boolean;
}

/** The messages of one run, of which only those near the screen are in the page. */
export function MessageScroller({ messages, seq, isPaused, onEditPending, actions }: MessageScrollerProps) {
  const { run, pending, ownId, visit, isShown, known } = messages;
  const { dividerSeq } = visit;
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const changes = useSync(({ chat }) => chat.changes, isPaused);
  const rows = useMemo(
    () => createRows(run.messages, pending, ownId, changes),
    [run.messages, pending, ownId, changes],
  );
  const items = useMemo(() => createItems(rows, !run.hasOlder), [rows, run.hasOlder]);
  const focus = useListFocus(scroller, items, isShown);
  const { virtualizer, isFlight } = useRowVirtualizer(scroller, items, {
    hasNewer: run.hasNewer,
    keptIndex: focus.index,
    opening: visit.opening,
  });
  const isDrawn = useDrawnRows(virtualizer, isFlight);
  const place = useScrollPlace(virtualizer, items, messages, seq);
  usePages(virtualizer, messages);
  useReading(virtualizer, items, messages);
  const rowActions = useRowActions(actions, onEditPending, known.conversation.id);
  const rules = useMemo(() => ({ dayKey: format.dayKey, dividerSeq }), [format, dividerSeq]);
  const tabStop = useListKeys(scroller, items, focus, virtualizer, place.showRow);

  return (
    <>
      <div className="vc-messages-scroller" ref={scroller}>
        <div className="vc-messages-canvas" style={{ blockSize: virtualizer.getTotalSize() }}>
          {run.hasOlder && <LoadingEdge at="start" />}
          {run.hasNewer && <LoadingEdge at="end" />}
          <StickyDay virtualizer={virtualizer} items={items} />
          {virtualizer
            .getVirtualItems()
            .map((item) =>
              isDrawn(item.key) || item.index === focus.index ? (
                <ScrolledRow
                  key={item.key}
                  place={item}
                  items={items}
                  measure={virtualizer.measureElement}
                  rules={rules}
                  known={known}
                  pointedOutSeq={place.pointedOutSeq}
                  openMenuId={actions.isMenuOpenFor}
                  tabStop={tabStop}
                  actions={rowActions}
                />
              ) : (
                <PassingRow
                  key={item.key}
                  isOwn={rows.at(items.rowIndexAt(item.index))?.senderId === ownId}
                  isInGroup={known.conversation.type === 'group'}
                  start={item.start}
                  size={item.size}
                />
              ),
            )}
        </div>
        {!place.isAtEnd && <JumpToLatest count={known.conversation.unreadCount} onJump={place.jumpToEnd} />}
      </div>
      {messages.problem && <LoadProblemNote problem={messages.problem} />}
      <Announcer known={known} lastSeq={visit.lastSeq} />
    </>
  );
}
