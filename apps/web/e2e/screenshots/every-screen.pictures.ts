import { join } from 'node:path';
import { allScenes } from '../scenes/all-scenes.ts';
import { type Place, places, test } from '../scenes/theatre.ts';

const directory = join(import.meta.dirname, '../../../../reports/screenshots');
const themes = ['light', 'dark'] as const;

for (const place of Object.keys(places) as Place[]) {
  for (const scene of allScenes.filter(({ only = place }) => only === place)) {
    test(`${scene.name}, ${place}`, async ({ theatre }) => {
      const page = await theatre.show(scene, place);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: join(directory, place, `${scene.name}-${colorScheme}.png`),
          // Cursors blink, skeletons breathe.
          animations: 'disabled',
          caret: 'hide',
        });
      }
    });
  }
}
