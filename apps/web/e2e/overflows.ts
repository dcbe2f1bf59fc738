import type { Page } from '@playwright/test';

/** What can be scrolled that should not: anything sideways, and the page, or what dims it, at all. */
export const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canScroll = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    const isWide = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 && canScroll(getComputedStyle(element).overflowX);
    const isHigh = (element: Element) =>
      element.matches('html, body, .vc-dialog-scrim') && element.scrollHeight > element.clientHeight + 1;
    return [...document.querySelectorAll('*')]
      .filter((element) => isWide(element) || isHigh(element))
      .map((element) => `<${element.localName} class="${element.className}"> runs over`);
  });
