import { useMemo, useRef } from 'react';
import { useFormat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { Announcer } from './announcer.tsx';
import { Beginning } from './beginning.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { createItems } from './list-items.ts';
import { LoadProblemNote } from './load-problem-note.tsx';
import { LoadingEdge } from './loading-edge.tsx';
import type { MessageListProps } from './message-list.tsx';
import { createRows } from './message-rows.ts';
import { PassingRow } from './passing-row.tsx';
import { RowItem } from './row-item.tsx';
import { StickyDay } from './sticky-day.tsx';
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
}

/** The messages of one run, of which only those near the screen are in the page. */
export function MessageScroller({ messages, seq, onEditPending, actions }: MessageScrollerProps) {
  const { run, pending, ownId, dividerSeq, known } = messages;
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const changes = useSync(({ chat }) => chat.changes);
  const rows = useMemo(
    () => createRows(run.messages, pending, ownId, changes),
    [run.messages, pending, ownId, changes],
  );
  const items = useMemo(() => createItems(rows, !run.hasOlder), [rows, run.hasOlder]);
  const focus = useListFocus(scroller, items);
  const { virtualizer, isFlight } = useRowVirtualizer(scroller, items, {
    hasNewer: run.hasNewer,
    keptIndex: focus.index,
    opening: messages.opening,
  });
  const place = useScrollPlace(virtualizer, items, messages, seq);
  usePages(virtualizer, messages);
  useReading(virtualizer, items, known);
  const rowActions = useRowActions(actions, onEditPending, known.conversation.id);
  const rules = useMemo(() => ({ dayKey: format.dayKey, dividerSeq }), [format, dividerSeq]);
  const tabStop = useListKeys(scroller, items, focus, virtualizer, place.showRow);

  return (
    <>
      <div className="vc-messages-scroller" ref={scroller}>
        <div className="vc-messages-canvas" style={{ blockSize: virtualizer.getTotalSize() }}>
          {run.hasOlder && <LoadingEdge at="start" />}
          {run.hasNewer && <LoadingEdge at="end" />}
          {virtualizer.getVirtualItems().map(({ key, index, start, size }) =>
            isFlight && index !== focus.index ? (
              <PassingRow
                key={key}
                isOwn={rows.at(items.rowIndexAt(index))?.senderId === ownId}
                start={start}
                size={size}
              />
            ) : (
              <div
                key={key}
                className="vc-item"
                data-index={index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                {items.rowIndexAt(index) < 0 ? (
                  <Beginning known={known} />
                ) : (
                  <RowItem
                    rows={rows}
                    index={items.rowIndexAt(index)}
                    rules={rules}
                    known={known}
                    pointedOutSeq={place.pointedOutSeq}
                    openMenuId={actions.isMenuOpenFor}
                    isTabStop={index === tabStop}
                    actions={rowActions}
                  />
                )}
              </div>
            ),
          )}
        </div>
        {!place.isAtEnd && <JumpToLatest count={known.conversation.unreadCount} onJump={place.jumpToEnd} />}
      </div>
      {messages.problem && <LoadProblemNote problem={messages.problem} />}
      <StickyDay virtualizer={virtualizer} items={items} />
      <Announcer known={known} />
    </>
  );
}
