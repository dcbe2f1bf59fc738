import { openTabs, type Tab } from '../browser/open-tab.ts';
import type { World } from '../world/start-world.ts';
import type { Figure, Taken } from './figure.ts';
import { type HeldPages, holdPages } from './hold-pages.ts';
import { inPairs } from './in-pairs.ts';
import { scrollUntil } from './scroll-until.ts';

const pagesARound = 6;

const figures = {
  movement: {
    name: 'Older messages come in above: movement of those on the screen',
    unit: 'px',
    limit: 0,
    judgedBy: 'worst',
  },
} as const satisfies Record<string, Figure>;

/** Scrolls up until the page before is asked for, stands still, lets it come, and looks where a message stands after each paint. */
export async function measurePrepending(world: World, rounds: number): Promise<Taken[]> {
  await using tabs = await openTabs(world, { load: [], open: world.conversationIds.first });
  const held = { ours: await holdPages(tabs.ours.page), plain: await holdPages(tabs.plain.page) };
  return await inPairs(rounds, figures, async (side) => {
    let movement = 0;
    for (let page = 0; page < pagesARound; page += 1) {
      movement = Math.max(movement, await movementOfOnePage(tabs[side], held[side]));
    }
    return new Map([[figures.movement, movement]]);
  });
}

async function movementOfOnePage(tab: Tab, held: HeldPages): Promise<number> {
  await scrollUntil(tab, () => held.count() > 0);
  const { height } = await tab.probe.evaluate((bench) => bench.scroll());
  const watch = await tab.probe.evaluateHandle((bench) => bench.watchAnchor());
  await held.release();
  await tab.page.waitForFunction(([bench, before]) => bench.scroll().height > before, [
    tab.probe,
    height,
  ] as const);
  // What is measured late would move it late.
  await tab.page.waitForTimeout(400);
  const { worstPx, samples } = await watch.evaluate((anchor) => anchor.stop());
  if (samples < 5) throw new Error('too few frames to tell whether anything moved');
  return Math.round(worstPx * 10) / 10;
}
