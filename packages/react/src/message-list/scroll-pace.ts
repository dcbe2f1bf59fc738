import { observeElementOffset, type Virtualizer } from '@tanstack/react-virtual';

type Offset = (offset: number, isScrolling: boolean) => void;

/** How fast a list is moved; as of the last time that it said where it stands. */
export interface ScrollPace {
  /** It has come to where nothing is on the screen of what was on it before. */
  readonly isLeap: boolean;
  /** It leaps again and again, as under a scrollbar that is dragged: nobody can read what goes by. */
  readonly isFlight: boolean;
  /** To be given to a virtualizer in place of its own. */
  observe(list: Virtualizer<HTMLDivElement, HTMLDivElement>, tell: Offset): (() => void) | undefined;
}

export function createScrollPace(): ScrollPace {
  let leaps = 0;
  return {
    get isLeap() {
      return leaps > 0;
    },
    get isFlight() {
      return leaps > 1;
    },
    observe: (list, tell) =>
      observeElementOffset(list, (offset, isScrolling) => {
        const way = Math.abs(offset - (list.scrollOffset ?? offset));
        const isLeap = isScrolling && way > (list.scrollRect?.height ?? 0);
        leaps = isLeap ? leaps + 1 : 0;
        tell(offset, isScrolling);
      }),
  };
}
