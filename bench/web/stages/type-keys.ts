import { setTimeout as sleep } from 'node:timers/promises';
import type { Tab } from '../browser/open-tab.ts';
import { sample } from './sample.ts';

const said = 'How did the long run on Sunday feel, and is your knee quiet again? ';
/** Between two keys, as quick people type. */
const gapMs = 70;
const warmUp = 5;

/** Types into the composer, key by key. How long after each the next frame was painted. */
export async function typeKeys({ page, probe }: Tab): Promise<number[]> {
  const field = page.getByRole('textbox', { name: 'Message', exact: true });
  await field.click();
  const watch = await probe.evaluateHandle((bench) => bench.watchKeys());
  await sample({ atLeast: 15, atMost: warmUp + said.length, withinMs: 15_000 }, async (index) => {
    await page.keyboard.press(said[index % said.length] ?? ' ');
    await sleep(gapMs);
    return index;
  });
  const tookMs = await watch.evaluate((keys) => keys.stop());
  await watch.dispose();
  await field.fill('');
  return tookMs.slice(warmUp);
}
