import { type RefObject, useLayoutEffect } from 'react';

/** A button that ends its own note has nowhere to leave the focus: its message has it then, or else the row that Tab comes to. */
export function useFocusAfter(note: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = note.current;
    const message = element?.closest<HTMLElement>('[data-row]');
    const list = element?.closest('.vc-messages');
    return () => {
      if (!element?.contains(document.activeElement)) return;
      queueMicrotask(() => {
        const row = message?.isConnected
          ? message
          : list?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
        row?.focus();
      });
    };
  }, [note]);
}
