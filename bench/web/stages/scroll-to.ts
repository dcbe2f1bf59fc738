import type { Tab } from '../browser/open-tab.ts';

/** About ten screens in every frame: each has nothing in common with the one before. */
const pxPerSecond = 500_000;
const strokePx = 200_000;
/** As long as all messages would be if each took half a screen. */
const mostStrokes = 250;

/** Turns the wheel over the messages until one end of what is loaded is reached. */
export async function scrollTo({ page, cdp, probe }: Tab, end: 'beginning' | 'end'): Promise<void> {
  const box = await page.getByRole('region', { name: 'Messages' }).boundingBox();
  const view = page.viewportSize();
  if (!box || !view) throw new Error('there are no messages to scroll');
  for (let stroke = 0; stroke < mostStrokes; stroke += 1) {
    const { top, height, viewHeight } = await probe.evaluate((bench) => bench.scroll());
    if (end === 'beginning' ? top <= 1 : top + viewHeight >= height - 1) return;
    await cdp.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: view.height / 2,
      yDistance: end === 'beginning' ? strokePx : -strokePx,
      speed: pxPerSecond,
      gestureSourceType: 'mouse',
    });
  }
  throw new Error(`the ${end} was never reached`);
}
