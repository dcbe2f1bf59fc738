import type { RowVirtualizer } from './use-row-virtualizer.ts';

/** Of so many rows; a person goes between fewer. */
const most = 5_000;
const heights = new Map<string, number>();
let width = 0;

/** How high a row was when it was last drawn, in pixels: whoever comes back finds it where it will be, and nothing is drawn twice. */
export const knownHeight = (key: string): number | undefined => heights.get(key);

/** To be called after each time that a list was drawn. Rows of another width are of another height. */
export function keepHeights({ scrollRect, itemSizeCache, getVirtualItems }: RowVirtualizer): void {
  if (!scrollRect || scrollRect.width === 0) return;
  if (scrollRect.width !== width || heights.size > most) heights.clear();
  width = scrollRect.width;
  for (const { key } of getVirtualItems()) {
    const height = itemSizeCache.get(key);
    if (height !== undefined) heights.set(String(key), height);
  }
}
