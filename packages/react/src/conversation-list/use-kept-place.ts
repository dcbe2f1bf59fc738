import { type RefObject, useLayoutEffect } from 'react';

/** Scrolls a list that comes back to where it was when it went. `place` outlives it: pixels from its top. */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  place: RefObject<number> | undefined,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !place) return;
    element.scrollTop = place.current;
    return () => {
      place.current = element.scrollTop;
    };
  }, [scroller, place]);
}
