import type { Page } from '@playwright/test';

/**
 * What can be scrolled that should not: anything sideways, and the page, or what dims it, at all. And times that are not in
 * the bubbles of their messages.
 */
export const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canScroll = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    const isWide = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 && canScroll(getComputedStyle(element).overflowX);
    const isHigh = (element: Element) =>
      element.matches('html, body, .vc-dialog-scrim') && element.scrollHeight > element.clientHeight + 1;
    const bottom = (element: Element | null) => element?.getBoundingClientRect().bottom ?? 0;
    const isOut = (element: Element) =>
      element.matches('.vc-bubble-meta') && bottom(element) > bottom(element.parentElement) + 3;
    return [...document.querySelectorAll('*')]
      .filter((element) => isWide(element) || isHigh(element) || isOut(element))
      .map((element) => `<${element.localName} class="${element.className}"> runs over`);
  });
