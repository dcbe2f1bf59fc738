import type { CDPSession, JSHandle, Page } from '@playwright/test';
import { type PageRequest, toSearch } from '../pages/page-request.ts';
import type { Probe } from '../pages/probe/probe.ts';
import type { World } from '../world/start-world.ts';
import { launchBrowser } from './launch-browser.ts';
import { openSignedIn } from './open-signed-in.ts';
import { pageOf, type Side } from './sides.ts';

/** A hundred thousand messages take a while, and a plain page of them longer. */
const patienceMs = 240_000;

/** One side's page, with what it was asked to load on the screen, in a browser of its own: none waits in the background. */
export interface Tab extends AsyncDisposable {
  page: Page;
  cdp: CDPSession;
  probe: JSHandle<Probe>;
}

async function openTab(world: World, side: Side, request: PageRequest): Promise<Tab> {
  await using opened = new AsyncDisposableStack();
  const browser = opened.adopt(await launchBrowser(), (running) => running.close());
  const { page } = opened.use(await openSignedIn(browser, world));
  page.setDefaultTimeout(patienceMs);
  await page.goto(pageOf[side] + toSearch(request));
  await page.waitForFunction(() => window.probe);
  const probe = await page.evaluateHandle(() => {
    if (!window.probe) throw new Error('the page has no probe');
    return window.probe;
  });
  await page.waitForFunction((bench) => bench.isFull(), probe);
  const cdp = await page.context().newCDPSession(page);
  const held = opened.move();
  return { page, cdp, probe, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** Both sides' pages, with the same messages. */
export async function openTabs(
  world: World,
  request: PageRequest,
): Promise<AsyncDisposable & Record<Side, Tab>> {
  await using opened = new AsyncDisposableStack();
  const ours = opened.use(await openTab(world, 'ours', request));
  const plain = opened.use(await openTab(world, 'plain', request));
  const held = opened.move();
  return { ours, plain, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
