import { setTimeout as sleep } from 'node:timers/promises';
import { openTabs, type Tab } from '../browser/open-tab.ts';
import type { Frames } from '../pages/probe/frame-watch.ts';
import { measured } from '../world/conversations.ts';
import type { World } from '../world/start-world.ts';
import type { Figure, Taken } from './figure.ts';
import { inPairs } from './in-pairs.ts';
import { scrollTo } from './scroll-to.ts';

const frameMs = 50;
/** By then a list that was scrolled has come to rest, and drawn what is on the screen. */
const restMs = 1_000;

const figures = {
  worstFrame: {
    name: '100,000 messages scrolled to the beginning and back: longest frame',
    unit: 'ms',
    limit: frameMs,
    judgedBy: 'worst',
  },
  longFrames: { name: `… frames over ${frameMs} ms`, unit: '', limit: null, judgedBy: 'worst' },
  heap: { name: '… JavaScript heap afterwards', unit: 'MB', limit: null, judgedBy: 'median' },
  nodes: { name: '… DOM nodes afterwards', unit: '', limit: null, judgedBy: 'median' },
} as const satisfies Record<string, Figure>;

/** From the end of a very long conversation, all of it loaded, to its beginning and back, by the wheel. */
export async function measureScrolling(world: World, rounds: number): Promise<Taken[]> {
  const { huge } = world.conversationIds;
  const load = [{ conversationId: huge, count: measured.huge.messages }];
  await using tabs = await openTabs(world, { load, open: huge });
  return await inPairs(rounds, figures, async (side) => {
    const tab = tabs[side];
    const { gaps, longFrames } = await thereAndBack(tab);
    if (side === 'ours') tell(longFrames);
    const { heap, nodes } = await memory(tab);
    return new Map<Figure, number>([
      [figures.worstFrame, Math.max(...gaps)],
      [figures.longFrames, gaps.filter((gap) => gap > frameMs).length],
      [figures.heap, heap],
      [figures.nodes, nodes],
    ]);
  });
}

async function thereAndBack(tab: Tab): Promise<Frames> {
  const watch = await tab.probe.evaluateHandle((bench) => bench.watchFrames());
  await scrollTo(tab, 'beginning');
  // Outlines have no mark, and to look for one among them takes longer than a frame.
  await sleep(restMs);
  await tab.page.waitForFunction((bench) => bench.shownMark() !== null, tab.probe, { polling: restMs });
  const mark = await tab.probe.evaluate((bench) => bench.shownMark());
  if (!/-\d{1,2}$/.test(mark ?? '')) throw new Error(`${mark} is not the conversation's beginning`);
  await scrollTo(tab, 'end');
  const frames = await watch.evaluate((watched) => watched.stop());
  await watch.dispose();
  return frames;
}

/** What the browser says about why a frame was long. */
function tell(longFrames: Frames['longFrames']): void {
  for (const { durationMs, scripts } of longFrames.slice(0, 5)) {
    console.log(`  a frame of ${Math.round(durationMs)} ms: ${scripts.join('; ') || 'no script in it'}`);
  }
}

async function memory({ cdp }: Tab): Promise<{ heap: number; nodes: number }> {
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const nodes = metrics.find(({ name }) => name === 'Nodes')?.value ?? 0;
  return { heap: usedSize / 1e6, nodes };
}
