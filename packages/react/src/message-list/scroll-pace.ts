import { elementScroll, observeElementOffset, type Virtualizer } from '@tanstack/react-virtual';

type List = Virtualizer<HTMLDivElement, HTMLDivElement>;
type Offset = (offset: number, isScrolling: boolean) => void;

/** How fast a list is moved; as of the last time that it said where it stands. */
export interface ScrollPace {
  /** It has come to where nothing is on the screen of what was on it before. */
  readonly isLeap: boolean;
  /** It has leapt without being sent, as under a scrollbar that is dragged, and leaps on: nobody can read what goes by. */
  readonly isFlight: boolean;
  /** To be given to a virtualizer in place of its own `observeElementOffset`. */
  observe(list: List, tell: Offset): (() => void) | undefined;
  /** To be given to a virtualizer in place of its own `scrollToFn`. */
  scrollTo: typeof elementScroll<HTMLDivElement>;
}

export function createScrollPace(): ScrollPace {
  let isLeap = false;
  let isFlight = false;
  let isSent = false;
  return {
    get isLeap() {
      return isLeap;
    },
    get isFlight() {
      return isFlight;
    },
    observe: (list, tell) =>
      observeElementOffset(list, (offset, isScrolling) => {
        const way = Math.abs(offset - (list.scrollOffset ?? offset));
        isLeap = isScrolling && way > (list.scrollRect?.height ?? 0);
        isFlight = isLeap && (isFlight || !isSent);
        isSent = false;
        tell(offset, isScrolling);
      }),
    scrollTo(offset, options, list) {
      // A correction is no place to go to. And it tells of a place only where it moves.
      if (options.adjustments === undefined) isSent = Math.abs(offset - (list.scrollOffset ?? 0)) >= 1;
      elementScroll(offset, options, list);
    },
  };
}
