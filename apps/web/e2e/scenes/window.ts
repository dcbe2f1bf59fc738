import { expect } from '@playwright/test';
import { article, messages } from '../stage.ts';
import type { ConversationKey } from '../world/script.ts';
import { hold, refuse, type Scene, type Stage } from './scene.ts';

export async function openWindow({ page, world }: Stage, key: ConversationKey): Promise<void> {
  await page.goto(`/c/${world.conversationIds[key]}`);
  await expect(messages(page).getByRole('article').last()).toBeVisible();
}

const field = ({ page }: Stage) => page.getByLabel('Message', { exact: true });

const variants: ReadonlySet<ConversationKey> = new Set([
  'nour',
  'yuki',
  'wilhelmina',
  'german',
  'announcements',
]);

/** By the button, as on a phone. */
async function send(stage: Stage, words: string): Promise<void> {
  await field(stage).fill(words);
  await stage.page.getByRole('button', { name: 'Send', exact: true }).click();
}

const plain = (key: ConversationKey): Scene => ({
  name: `window-${key}`,
  isVariant: variants.has(key),
  show: (stage) => openWindow(stage, key),
});

export const windows: Scene[] = [
  ...(['ana', 'runners', 'leo', 'nour', 'noa', 'yuki', 'wilhelmina', 'german', 'marathon'] as const).map(
    plain,
  ),
  ...(['announcements', 'tom', 'omar'] as const).map(plain),
  {
    name: 'window-beginning',
    async show(stage) {
      await openWindow(stage, 'runners');
      const { page } = stage;
      await messages(page).hover();
      await expect(async () => {
        await page
          .locator('.vc-messages:not([aria-hidden="true"]) > .vc-messages-scroller')
          .evaluate((element) => element.scrollTo(0, 0));
        await expect(page.getByText('messages begin here')).toBeInViewport({ timeout: 500 });
      }).toPass();
    },
  },
  {
    name: 'window-sticky-day',
    isVariant: true,
    async show(stage) {
      await openWindow(stage, 'runners');
      // It is there while one scrolls, and goes by itself.
      await expect(async () => {
        const scroller = stage.page.locator('.vc-messages:not([aria-hidden="true"]) > .vc-messages-scroller');
        await scroller.dispatchEvent('wheel');
        await scroller.evaluate((element) => element.scrollBy(0, -90));
        await expect(stage.page.locator('.vc-sticky-day')).toHaveCSS('opacity', '1', { timeout: 500 });
      }).toPass();
    },
  },
  {
    name: 'window-pointed-out',
    async show(stage) {
      const { page, world } = stage;
      await page.goto(`/c/${world.conversationIds.runners}?m=10`);
      await expect(article(page, 'That is the whole secret')).toBeInViewport();
    },
  },
  {
    name: 'window-empty',
    async show({ page, world }) {
      await page.goto(`/c/${world.conversationIds.zoe}`);
      await expect(page.getByText('Say hello to Zoé Martin')).toBeVisible();
    },
  },
  {
    name: 'window-absent',
    async show({ page }) {
      await page.goto('/c/999999');
      await expect(page.getByText('This conversation is not there for you')).toBeVisible();
    },
  },
  {
    name: 'window-removed',
    async show(stage) {
      const { world } = stage;
      const conversationId = world.conversationIds.brief;
      const userId = world.people.maya.user.id;
      const owner = world.people.jonas.caller;
      await world.chat.addParticipants(owner, { conversationId, userIds: [userId] });
      await openWindow(stage, 'brief');
      await world.chat.removeParticipant(owner, { conversationId, userId });
      await expect(stage.page.getByText('You are no longer in this conversation')).toBeVisible();
    },
  },
  {
    name: 'window-typing',
    async show(stage) {
      const { present, conversationIds } = stage.world;
      await openWindow(stage, 'runners');
      await expect(async () => {
        present.ana.sync.keystroke(conversationIds.runners);
        present.leo.sync.keystroke(conversationIds.runners);
        await expect(stage.page.getByText('are typing…').first()).toBeVisible({ timeout: 1_000 });
      }).toPass();
    },
  },
  {
    name: 'window-sending',
    async show(stage) {
      await openWindow(stage, 'ana');
      await hold(stage, 'message.send');
      await send(stage, 'On its way: the plan for the last two weeks.');
      await expect(article(stage.page, 'On its way').last()).toHaveAccessibleName(/Sending$/);
    },
  },
  {
    name: 'window-failed',
    async show(stage) {
      await openWindow(stage, 'viktor');
      await send(stage, 'Take all the time you need. The group misses you.');
      await expect(stage.page.getByRole('button', { name: 'Discard' })).toBeVisible();
    },
  },
  {
    name: 'window-editing',
    async show(stage) {
      await openWindow(stage, 'ana');
      await field(stage).press('ArrowUp');
      await expect(stage.page.getByText('Editing message')).toBeVisible();
    },
  },
  {
    name: 'window-long-draft',
    isVariant: true,
    async show(stage) {
      await openWindow(stage, 'yuki');
      await field(stage).fill(`${'A line of the plan for the next four weeks.\n'.repeat(12)}The end.`);
    },
  },
  {
    name: 'window-too-long',
    async show(stage) {
      await openWindow(stage, 'yuki');
      await field(stage).fill(`${'word '.repeat(2_000)}and more`);
      await expect(stage.page.getByText(/too many/)).toBeVisible();
    },
  },
  {
    name: 'window-loading',
    async show(stage) {
      await hold(stage, 'message.list');
      await stage.page.goto(`/c/${stage.world.conversationIds.marathon}`);
      await expect(messages(stage.page).locator('.vc-skeleton').first()).toBeVisible();
    },
  },
  {
    name: 'window-not-loaded',
    async show(stage) {
      await refuse(stage, 'message.list');
      await stage.page.goto(`/c/${stage.world.conversationIds.marathon}`);
      await expect(messages(stage.page).getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  },
];
