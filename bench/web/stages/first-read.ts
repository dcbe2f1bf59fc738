import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { launchBrowser } from '../browser/launch-browser.ts';
import { openSignedIn } from '../browser/open-signed-in.ts';
import { pageOf, type Side } from '../browser/sides.ts';
import { toSearch } from '../pages/page-request.ts';
import { measured } from '../world/conversations.ts';
import { markOf } from '../world/message-text.ts';
import type { World } from '../world/start-world.ts';
import type { Figure, Taken } from './figure.ts';
import { inPairs, type Values } from './in-pairs.ts';

const figures = {
  scripts: {
    name: 'JavaScript before the first conversation can be read, gzip',
    unit: 'kB',
    limit: 150,
    judgedBy: 'worst',
  },
  untilRead: { name: 'Cold start until it can be read', unit: 'ms', limit: null, judgedBy: 'median' },
} as const satisfies Record<string, Figure>;

/** A cold start of the real page, signed in, at a conversation's address. */
export async function measureFirstRead(world: World, rounds: number): Promise<Taken[]> {
  await using browser = await launchBrowser();
  return await inPairs(rounds, figures, async (side) => {
    await using tab = await openSignedIn(browser, world);
    return await coldStart(tab.page, addressOf(world, side));
  });
}

const addressOf = ({ conversationIds: { first } }: World, side: Side): string =>
  side === 'ours' ? `/c/${first}` : pageOf.plain + toSearch({ open: first, load: [] });

async function coldStart(page: Page, address: string): Promise<Values> {
  await page.goto('about:blank');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.clearBrowserCache');
  const asked: Request[] = [];
  page.on('request', (request) => asked.push(request));
  const { letter, messages } = measured.first;
  const beganAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  const region = page.getByRole('region', { name: 'Messages' });
  await region
    .getByText(new RegExp(`${markOf(letter, messages)}\\b`))
    .first()
    .waitFor();
  const untilRead = performance.now() - beganAt;
  const sizes = await Promise.all(asked.splice(0).map(scriptBytes));
  return new Map<Figure, number>([
    [figures.scripts, sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000],
    [figures.untilRead, untilRead],
  ]);
}

/** What a script weighs as gzip, however it was sent; nothing for what is no script. */
async function scriptBytes(request: Request): Promise<number> {
  const response = await request.response();
  if (!response || !/javascript/.test(response.headers()['content-type'] ?? '')) return 0;
  return gzipSync(await response.body(), { level: 9 }).length;
}
