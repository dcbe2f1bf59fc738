import { setTimeout as sleep } from 'node:timers/promises';
import type { Tab } from '../browser/open-tab.ts';
import type { BenchConversation } from '../world/conversations.ts';

/** What a switch leaves to be done later should not fall into the next one. */
const restMs = 400;
/** A hand has come to rest before it presses, and presses for so long: what that does to the page is done by then, or delays the click. */
const pressMs = 80;

/** Opens a conversation by a click on its name. How long until its messages were painted. */
export async function switchTo({ page, probe }: Tab, { name, letter }: BenchConversation): Promise<number> {
  const list = page.getByRole('navigation', { name: 'Conversations' });
  const box = await list.getByText(name, { exact: true }).boundingBox();
  if (!box) throw new Error(`${name} is not in the list`);
  const timing = await probe.evaluateHandle((bench, wanted) => ({ took: bench.timeSwitch(wanted) }), letter);
  const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(...at);
  await sleep(pressMs);
  await page.mouse.click(...at, { delay: pressMs });
  const tookMs = await timing.evaluate(({ took }) => took);
  await timing.dispose();
  await sleep(restMs);
  return tookMs;
}
