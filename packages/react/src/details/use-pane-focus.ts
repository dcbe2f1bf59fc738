import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Moves the focus to the pane's first button when it opens, and from within it back to what opened it when it closes. */
export function usePaneFocus(pane: RefObject<HTMLElement | null>): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    opener.current ??= document.activeElement;
    firstShown(element)?.focus();
    return () => {
      if (!element.contains(document.activeElement)) return;
      // What opened it may be out of sight until the pane has gone.
      queueMicrotask(() => {
        if (!element.isConnected && opener.current instanceof HTMLElement) opener.current.focus();
      });
    };
  }, [pane]);
}

const firstShown = (element: HTMLElement): HTMLElement | undefined =>
  [...element.querySelectorAll('button')].find((button) => getComputedStyle(button).display !== 'none');
