import { type RefObject, useEffect, useRef } from 'react';
import type { ListItems } from './list-items.ts';
import type { ListFocus } from './use-list-focus.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/** From row to row by the arrows, Home and End. The whole list is one stop for Tab: the returned item. */
export function useListKeys(
  scroller: RefObject<HTMLDivElement | null>,
  items: ListItems,
  { index, setKey }: ListFocus,
  { range }: RowVirtualizer,
  showRow: (key: string) => void,
): number {
  const isMoving = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const isRow = event.target instanceof HTMLElement && event.target.hasAttribute('data-row');
      const to = isRow ? targetOf(event, index, items) : null;
      if (to === null) return;
      event.preventDefault();
      isMoving.current = true;
      const key = items.keyAt(to);
      showRow(key);
      setKey(key);
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [scroller, items, index, setKey, showRow]);

  useEffect(() => {
    if (!isMoving.current || index < 0) return;
    isMoving.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`);
    row?.focus({ preventScroll: true });
  }, [scroller, index]);

  return index >= 0 ? index : (range?.endIndex ?? items.count - 1);
}

function targetOf(event: KeyboardEvent, index: number, items: ListItems): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const [first, last] = [items.indexOfRow(0), items.count - 1];
  switch (event.key) {
    case 'ArrowUp':
      return Math.max(first, index - 1);
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
