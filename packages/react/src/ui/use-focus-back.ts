import { useCallback, useState } from 'react';
import { giveFocusBack } from './give-focus-back.ts';

/**
 * For what closes: puts the focus to that element, or else back to what had it when this appeared. Where that is gone (the row
 * of somebody removed, say), it goes to the part of the screen that it was in.
 */
export function useFocusBack(returnFocusTo?: HTMLElement | null): (event: Event) => void {
  const [before] = useState(focusedPlaces);
  return useCallback(
    (event) =>
      giveFocusBack(
        event,
        [returnFocusTo, ...before].find((place) => place?.isConnected),
      ),
    [before, returnFocusTo],
  );
}

function focusedPlaces(): HTMLElement[] {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return [];
  const part = focused.parentElement?.closest<HTMLElement>('[tabindex="-1"]');
  return part ? [focused, part] : [focused];
}
