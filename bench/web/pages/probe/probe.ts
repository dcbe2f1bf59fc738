import { afterPaint } from './after-paint.ts';
import { AnchorWatch } from './anchor-watch.ts';
import { FrameWatch } from './frame-watch.ts';
import { KeyWatch } from './key-watch.ts';
import { messagesRegion, scrollerOf, shownMessage } from './messages-region.ts';
import { timeSwitch } from './time-switch.ts';

/** What the bench asks a page. It knows what everybody can know: names of regions, what is shown where, and when. */
const probe = {
  afterPaint,
  timeSwitch,
  watchKeys: () => new KeyWatch(),
  watchFrames: () => new FrameWatch(),
  watchAnchor: () => new AnchorWatch(),
  scroll,
  /** The mark of a message on the screen; null where none is. */
  shownMark: (): string | null => shownMessage()?.mark ?? null,
  /** Messages are on the screen, and more of them than have room on it. */
  isFull: (): boolean => shownMessage() !== null && scroll().height > scroll().viewHeight,
};

function scroll(): { top: number; height: number; viewHeight: number } {
  const { scrollTop, scrollHeight, clientHeight } = scrollerOf(messagesRegion());
  return { top: scrollTop, height: scrollHeight, viewHeight: clientHeight };
}

export type Probe = typeof probe;

declare global {
  interface Window {
    /** Set when everything that the page was asked to load is loaded. */
    probe?: Probe;
  }
}

export function exposeProbe(): void {
  window.probe = probe;
}
