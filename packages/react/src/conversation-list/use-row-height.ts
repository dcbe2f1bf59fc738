import { type RefObject, useLayoutEffect, useState } from 'react';

/** At the default size; what is measured is right at any. */
const usualPx = 72;

/** How high a row is, in CSS pixels: the height of the element given. */
export function useRowHeight(probe: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(usualPx);
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const measure = () => element.offsetHeight > 0 && setHeight(element.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [probe]);
  return height;
}
