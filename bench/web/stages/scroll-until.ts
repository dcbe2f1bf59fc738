import type { Tab } from '../browser/open-tab.ts';

const wheelPx = -400;
const restMs = 500;
const patience = 200;

/** Turns the wheel upwards until that is so, and waits until nothing moves any more. */
export async function scrollUntil({ page, probe }: Tab, isSo: () => boolean): Promise<void> {
  const box = await page.getByRole('region', { name: 'Messages' }).boundingBox();
  if (!box) throw new Error('there are no messages to scroll');
  await page.mouse.move(box.x + box.width / 2, 400);
  for (let turn = 0; !isSo(); turn += 1) {
    if (turn === patience) throw new Error('no older messages were asked for');
    // At the very top nothing moves any more, and a list that listens for it hears nothing: a little back, now and then.
    await page.mouse.wheel(0, turn % 10 === 9 ? -wheelPx : wheelPx);
    await page.waitForTimeout(50);
  }
  const top = () => probe.evaluate((bench) => bench.scroll().top);
  for (let before = Number.NaN; before !== (await top()); await page.waitForTimeout(restMs)) {
    before = await top();
  }
}
