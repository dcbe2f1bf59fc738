import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { ListItems } from './list-items.ts';

/** Which item has the focus, or had it last while the list has been shown. */
export interface ListFocus {
  /** -1 where none had it yet, or it is not there any more. */
  index: number;
  setKey(key: string): void;
}

export function useListFocus(
  scroller: RefObject<HTMLDivElement | null>,
  items: ListItems,
  isShown: boolean,
): ListFocus {
  const [key, setKey] = useState<string | null>(null);
  if (!isShown && key !== null) setKey(null);
  const index = useMemo(() => (key === null ? -1 : items.indexOfKey(key)), [items, key]);
  useEffect(() => {
    const element = scroller.current;
    const follow = ({ target }: FocusEvent) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
      if (item) setKey(items.keyAt(Number(item.dataset.index)));
    };
    element?.addEventListener('focusin', follow);
    return () => element?.removeEventListener('focusin', follow);
  }, [scroller, items]);
  return useMemo(() => ({ index, setKey }), [index]);
}
