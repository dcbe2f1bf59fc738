import { type RefObject, useLayoutEffect, useRef } from 'react';
import { steadyShift } from './steady-place.ts';

interface SteadyPlaceOptions {
  scroller: RefObject<HTMLElement | null>;
  ids: readonly number[];
  rowHeight: number;
  /** What the rows are about: those of another one are another list. */
  subject: string;
}

/**
 * Keeps the rows that are seen where they are while others change places. At the very top the list shows what is new there,
 * unless a mouse rests on it: what is under it must not become something else before a click. It shows it once the mouse goes.
 */
export function useSteadyPlace({ scroller, ids, rowHeight, subject }: SteadyPlaceOptions) {
  const before = useRef({ ids, subject });
  const hasMouse = useRef(false);
  const isHeldBack = useRef(false);

  useLayoutEffect(() => {
    const old = before.current;
    before.current = { ids, subject };
    const element = scroller.current;
    if (!element || old.ids === ids) return;
    if (old.subject !== subject) {
      element.scrollTop = 0;
      return;
    }
    const { scrollTop, clientHeight } = element;
    const isAtTop = scrollTop < 1;
    if (isAtTop && !hasMouse.current) return;
    const last = Math.ceil((scrollTop + clientHeight) / rowHeight) - 1;
    const shift = steadyShift(old.ids, ids, Math.floor(scrollTop / rowHeight), last);
    if (shift === 0) return;
    element.scrollTop = scrollTop + shift * rowHeight;
    if (isAtTop) isHeldBack.current = true;
  }, [scroller, ids, rowHeight, subject]);

  return {
    onMouseEnter() {
      hasMouse.current = true;
    },
    onMouseLeave() {
      hasMouse.current = false;
      if (isHeldBack.current) scroller.current?.scrollTo({ top: 0 });
      isHeldBack.current = false;
    },
    /** The person goes elsewhere by themselves. */
    onWheel() {
      isHeldBack.current = false;
    },
  };
}
