import { useCallback, useEffect, useState } from 'react';
import { drawMore, type RowKey } from './drawn-rows.ts';
import type { RowVirtualizer } from './use-row-virtualizer.ts';

/**
 * Which of the rows near the screen are drawn, and not only outlined: none while they go by too fast to be read; where that
 * ends, a few more with each frame, so that no frame is long.
 */
export function useDrawnRows(virtualizer: RowVirtualizer, isFlight: boolean): (key: RowKey) => boolean {
  const [drawn, setDrawn] = useState<ReadonlySet<RowKey> | 'all'>('all');
  if (isFlight && drawn !== none) setDrawn(none);
  useEffect(() => {
    if (isFlight || drawn === 'all') return;
    const frame = requestAnimationFrame(() => {
      const { scrollOffset, scrollRect } = virtualizer;
      const top = scrollOffset ?? 0;
      const screen = { top, bottom: top + (scrollRect?.height ?? 0) };
      setDrawn(drawMore(drawn, virtualizer.getVirtualItems(), screen));
    });
    return () => cancelAnimationFrame(frame);
  }, [virtualizer, isFlight, drawn]);
  return useCallback((key) => drawn === 'all' || drawn.has(key), [drawn]);
}

const none: ReadonlySet<RowKey> = new Set();
