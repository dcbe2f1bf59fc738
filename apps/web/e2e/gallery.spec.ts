import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { preview } from 'vite';

const test = base.extend<object, { gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: the pattern is how a fixture names what it needs
    async ({}, use) => {
      const root = new URL('../../gallery', import.meta.url).pathname;
      const server = await preview({ root, preview: { port: 0 }, logLevel: 'silent' });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** About a page as a whole, which a component is not. */
const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main'];

async function violations(page: Page): Promise<string[]> {
  // Colours are judged once they have come to rest. What turns for ever does not.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    return Promise.all(ending.map((animation) => animation.finished));
  });
  const found = await new AxeBuilder({ page }).disableRules(pageRules).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`no specimen of the gallery breaks a rule of axe, or anything else, when it is ${theme}`, async ({
    page,
    gallery,
  }) => {
    test.setTimeout(400_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(gallery);
    const links = await page.getByRole('navigation', { name: 'Specimens' }).getByRole('link').all();
    const ids = await Promise.all(links.map(async (link) => (await link.getAttribute('href'))?.slice(1)));
    expect(ids.length).toBeGreaterThan(40);
    for (const id of ids) {
      await page.goto(`${gallery}?specimen=${id}&theme=${theme}`);
      await expect(page.locator('.vibe-chat').first()).toBeAttached();
      // What comes late: parts that are loaded on demand, and answers.
      await page.waitForLoadState('networkidle');
      problems.push(...(await violations(page)).map((problem) => `${id}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });
}
