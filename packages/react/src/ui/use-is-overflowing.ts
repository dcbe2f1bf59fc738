import { type RefObject, useEffect, useState } from 'react';

/** Whether there is more in the element than it shows at once, so that it scrolls. */
export function useIsOverflowing(element: RefObject<HTMLElement | null>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setIsOverflowing(current.scrollHeight > current.clientHeight);
    const observer = new ResizeObserver(measure);
    for (const each of [current, ...current.children]) observer.observe(each);
    return () => observer.disconnect();
  }, [element]);
  return isOverflowing;
}
