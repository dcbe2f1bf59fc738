import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Closer than this to the end counts as at the end, in pixels. */
const nearPx = 60;

export interface StickyScroll {
  ref: RefObject<HTMLElement | null>;
  isAtEnd: boolean;
  onScroll(): void;
  toEnd(): void;
}

/**
 * Keeps the end in sight while it is in sight, and otherwise what the reader looks at, also when history is put before it.
 *
 * @param firstSeq Changes when history is put before.
 * @param sendKey Changes when the reader writes something, which goes to the end.
 */
export function useStickyScroll(firstSeq: number, sendKey: string | undefined): StickyScroll {
  const ref = useRef<HTMLElement>(null);
  const fromEnd = useRef(0);
  const shownFirstSeq = useRef(firstSeq);
  const shownSendKey = useRef(sendKey);
  const [isAtEnd, setAtEnd] = useState(true);

  const measure = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    fromEnd.current = element.scrollHeight - element.scrollTop;
    setAtEnd(fromEnd.current - element.clientHeight < nearPx);
  }, []);
  const toEnd = useCallback(() => {
    const element = ref.current;
    if (element) element.scrollTop = element.scrollHeight;
    measure();
  }, [measure]);

  // After every drawing: whatever it was that made the list longer.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const hasSent = sendKey !== undefined && sendKey !== shownSendKey.current;
    if (isAtEnd || hasSent) toEnd();
    else if (firstSeq !== shownFirstSeq.current) element.scrollTop = element.scrollHeight - fromEnd.current;
    fromEnd.current = element.scrollHeight - element.scrollTop;
    shownFirstSeq.current = firstSeq;
    shownSendKey.current = sendKey;
  });

  // The keyboard of a phone, a turned screen, a composer that grows.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !isAtEnd) return;
    const observer = new ResizeObserver(toEnd);
    observer.observe(element);
    return () => observer.disconnect();
  }, [isAtEnd, toEnd]);

  return { ref, isAtEnd, onScroll: measure, toEnd };
}
