import type { Page, Route } from '@playwright/test';

export interface HeldPages {
  /** How many pages of messages were asked for and are not answered yet. */
  count(): number;
  /** Lets them be answered. */
  release(): Promise<void>;
}

/** From now on, pages of messages come when they are let through: never while something is still in motion. */
export async function holdPages(page: Page): Promise<HeldPages> {
  const held: Route[] = [];
  await page.route(/\/trpc\/[^?]*message\.list/, (route) => {
    held.push(route);
  });
  return {
    count: () => held.length,
    async release() {
      await Promise.all(held.splice(0).map((route) => route.continue()));
    },
  };
}
