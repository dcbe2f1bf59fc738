import { useEffect, useState } from 'react';
import type { Theme } from './look-context.ts';

/** An element at the end of the page, in the chat's styles, for what is drawn above everything. */
export function usePortal(theme: Theme, locale: string): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const made = document.createElement('div');
    document.body.append(made);
    setElement(made);
    return () => made.remove();
  }, []);
  useEffect(() => {
    if (!element) return;
    element.className = 'vibe-chat vc-portal';
    element.dataset.theme = theme;
    element.lang = locale;
  }, [element, theme, locale]);
  return element;
}
