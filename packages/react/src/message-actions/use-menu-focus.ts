import { useRef } from 'react';

/** Where the focus goes when the menu closes: back to where it was, unless something else has it by then. */
export function useMenuFocus(returnTo: HTMLElement | null) {
  const isElsewhere = useRef(false);
  const leave = () => {
    isElsewhere.current = true;
  };
  return {
    /** What follows takes the focus. */
    leave,
    onInteractOutside: leave,
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      // The row may have been scrolled away on purpose.
      if (!isElsewhere.current) returnTo?.focus({ preventScroll: true });
    },
  };
}
