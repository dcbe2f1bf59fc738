import { useEffect, useState } from 'react';

const signs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Whether somebody has moved it: it also moves by itself, to where it opens. */
export function useIsMoved(scroller: HTMLElement | null): boolean {
  const [isMoved, setIsMoved] = useState(false);
  useEffect(() => {
    if (!scroller || isMoved) return;
    const listening = new AbortController();
    const notice = () => setIsMoved(true);
    for (const sign of signs)
      scroller.addEventListener(sign, notice, { passive: true, signal: listening.signal });
    return () => listening.abort();
  }, [scroller, isMoved]);
  return isMoved;
}
