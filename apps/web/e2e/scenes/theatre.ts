import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { startWorld, type World } from '../world/start-world.ts';
import type { Scene, Viewer } from './scene.ts';

export const places = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const;
export type Place = keyof typeof places;

export interface Theatre {
  /** Brings the scene onto the screen there, on a page that later scenes use again. */
  show(scene: Scene, place: Place): Promise<Page>;
}

/** One world and a few pages do for all scenes of a worker. */
export const test = base.extend<object, { world: World; theatre: Theatre }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: the pattern is how a fixture names what it needs
    async ({}, use) => {
      await using world = await startWorld();
      await use(world);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  theatre: [
    async ({ browser, world }, use) => {
      const pages = new Map<string, Promise<Page>>();
      const open = async (place: Place, viewer: Viewer): Promise<Page> => {
        const context = await browser.newContext({
          baseURL: world.url,
          reducedMotion: 'reduce',
          ...places[place],
        });
        if (viewer !== 'nobody') await signIn(context, world, viewer);
        // What was not read is not read in the next scene either, and what was written is not written there.
        await context.addInitScript(() => {
          localStorage.clear();
          indexedDB.deleteDatabase('vibe-chat:outbox');
        });
        await context.route(/receipt[.]markRead/, () => {});
        await context.routeWebSocket(/trpc/, (page) => {
          const server = page.connectToServer();
          page.onMessage((message) => {
            if (!isMarkRead(message)) return server.send(message);
            const sent: unknown = JSON.parse(String(message));
            const others = [sent].flat().filter((call) => !isMarkRead(JSON.stringify(call)));
            if (others.length > 0) server.send(JSON.stringify(others));
          });
        });
        return context.newPage();
      };
      await use({
        async show(scene, place) {
          const viewer = scene.viewer ?? 'maya';
          const key = `${place} ${viewer}`;
          const page = await (pages.get(key) ?? open(place, viewer));
          pages.set(key, Promise.resolve(page));
          // Leaving comes first: what was held back is given up then, and does not arrive after all.
          await page.goto('about:blank');
          await page.unrouteAll();
          await page.setViewportSize(places[place].viewport);
          await scene.show({ page, world });
          await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
          return page;
        },
      });
      for (const page of pages.values()) await (await page).context().close();
    },
    { scope: 'worker' },
  ],
});

/** As the form does it. */
async function signIn(context: BrowserContext, world: World, viewer: 'maya' | 'newcomer'): Promise<void> {
  const { email } = world.people[viewer].user;
  const answer = await context.request.post('/trpc/auth.signIn', {
    data: { email, password: world.password },
  });
  if (!answer.ok()) throw new Error(`${viewer} could not sign in: ${answer.status()}`);
}

const isMarkRead = (message: string | Buffer): boolean => message.includes('"receipt.markRead"');
