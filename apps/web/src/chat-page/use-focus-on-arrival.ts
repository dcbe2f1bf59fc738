import { useEffect } from 'react';

/** The form that one signed in with is gone, and the focus with it: it goes on in the list, unless a conversation has it. */
export function useFocusOnArrival(): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('nav')?.focus({ preventScroll: true });
  }, []);
}
