import type { VirtualItem } from '@tanstack/react-virtual';

export type RowKey = VirtualItem['key'];

/** In pixels of the canvas. */
interface Screen {
  top: number;
  bottom: number;
}

/** So many rows can be drawn within a frame that nobody notices. */
const rowsPerFrame = 4;

/** What is drawn in the next frame: some rows more, those on the screen first. */
export function drawMore(
  drawn: ReadonlySet<RowKey>,
  rows: readonly Pick<VirtualItem, 'key' | 'start' | 'end'>[],
  { top, bottom }: Screen,
): ReadonlySet<RowKey> | 'all' {
  const outlined = rows.filter(({ key }) => !drawn.has(key));
  if (outlined.length === 0) return 'all';
  const onScreen = outlined.filter(({ start, end }) => end > top && start < bottom);
  const first = new Set([...onScreen, ...outlined]);
  return new Set([...drawn, ...[...first].slice(0, rowsPerFrame).map(({ key }) => key)]);
}
