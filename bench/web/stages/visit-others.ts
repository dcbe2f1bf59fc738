import { setTimeout as sleep } from 'node:timers/promises';
import type { Tab } from '../browser/open-tab.ts';

/** More than stay ready beside the one that is shown. */
const howMany = 6;
const restMs = 300;

/** Opens short conversations, one after the other: what was open before them is not ready any more. */
export async function visitOthers({ page }: Tab): Promise<void> {
  const others = page.getByRole('navigation', { name: 'Conversations' }).getByText(/^Group \d+$/);
  for (let index = 0; index < howMany; index += 1) {
    await others.nth(index).click();
    await sleep(restMs);
  }
}
