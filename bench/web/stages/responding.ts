import { percentile } from '../../report/statistics.ts';
import type { Tab } from '../browser/open-tab.ts';
import { openTabs } from '../browser/open-tab.ts';
import { slowDown } from '../browser/slow-down.ts';
import { measured } from '../world/conversations.ts';
import type { World } from '../world/start-world.ts';
import type { Figure, Taken } from './figure.ts';
import { inPairs } from './in-pairs.ts';
import { sample } from './sample.ts';
import { switchTo } from './switch-to.ts';
import { typeKeys } from './type-keys.ts';
import { visitOthers } from './visit-others.ts';

const figures = {
  switching: {
    name: 'Switch to a cached conversation, 2 × 10,000 messages, 4× slower: p95',
    unit: 'ms',
    limit: 100,
    judgedBy: 'median',
  },
  reopening: {
    name: '… to one that was not among the last five: median',
    unit: 'ms',
    limit: null,
    judgedBy: 'median',
  },
  typing: {
    name: 'Key press to next paint, 10,000 messages, 4× slower: p95',
    unit: 'ms',
    limit: 50,
    judgedBy: 'median',
  },
} as const satisfies Record<string, Figure>;

const size = { atLeast: 4, atMost: 40, withinMs: 30_000 };
/** By then the engine has compiled what a switch runs. */
const warmUp = { atLeast: 8, atMost: 8, withinMs: 0 };
const reopenings = { atLeast: 2, atMost: 5, withinMs: 20_000 };

/** What a person waits for, with two long conversations loaded. */
export async function measureResponding(world: World, rounds: number): Promise<Taken[]> {
  const { first, second } = world.conversationIds;
  const load = [first, second].map((conversationId) => ({ conversationId, count: measured.first.messages }));
  await using tabs = await openTabs(world, { load, open: first });
  for (const tab of [tabs.ours, tabs.plain]) await goBetween(tab, warmUp);
  return await inPairs(rounds, figures, async (side) => {
    const tab = tabs[side];
    // While it is measured only: a page that is slowed down keeps a processor busy, and the other one's painting waits for it.
    await slowDown(tab, 4);
    const values = new Map<Figure, number>([
      [figures.switching, percentile(await goBetween(tab, size), 95)],
      [figures.typing, percentile(await typeKeys(tab), 95)],
      [figures.reopening, percentile(await reopen(tab), 50)],
    ]);
    await slowDown(tab, 1);
    return values;
  });
}

const reopen = (tab: Tab): Promise<number[]> =>
  sample(reopenings, async () => {
    await visitOthers(tab);
    return await switchTo(tab, measured.first);
  });

const goBetween = (tab: Tab, howMany: typeof size): Promise<number[]> =>
  sample(howMany, (index) => switchTo(tab, index % 2 ? measured.first : measured.second));
