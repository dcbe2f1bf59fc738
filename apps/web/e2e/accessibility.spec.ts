import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { overflows } from './overflows.ts';
import { allScenes } from './scenes/all-scenes.ts';
import { places, test } from './scenes/theatre.ts';

/** Those that are about a page as a whole, which the chat leaves to the page that it is in. */
const pageRules = ['region', 'page-has-heading-one'];
/** What of it depends on the theme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

type Theme = 'light' | 'dark';

async function violations(page: Page, colorScheme: Theme): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await settle(page);
  // Without it each look would open a page of its own, to judge frames, of which there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const rules = colorScheme === 'light' ? axe.disableRules(pageRules) : axe.withRules(colourRules);
  const found = await rules.analyze();
  const where = `${page.viewportSize()?.width} px, ${colorScheme}`;
  return found.violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

/** Colours are judged once they have come to rest. What turns for ever does not. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    // One that was overtaken by another is rejected.
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });

for (const scene of allScenes.filter(({ isVariant = false }) => !isVariant)) {
  const place = scene.only ?? 'desk';
  test(`“${scene.name}” fits, and axe finds nothing in it, light and dark, ${scene.only ?? 'wide and narrow'}`, async ({
    theatre,
  }) => {
    const page = await theatre.show(scene, place);
    const found = [...(await violations(page, 'light')), ...(await violations(page, 'dark'))];
    found.push(...(await overflows(page)));
    if (!scene.only) {
      await page.setViewportSize(places.phone.viewport);
      found.push(...(await violations(page, 'dark')), ...(await violations(page, 'light')));
      found.push(...(await overflows(page)));
    }
    expect(found).toEqual([]);
  });
}
