import { expect } from '@playwright/test';
import type { ConversationKey } from '../world/script.ts';
import type { Scene, Stage } from './scene.ts';

const details = ({ page }: Stage) => page.getByRole('complementary', { name: 'Details' });

async function openDetails(stage: Stage, key: ConversationKey) {
  const { page, world } = stage;
  await page.goto(`/c/${world.conversationIds[key]}`);
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(details(stage).getByRole('region', { name: 'Settings' })).toBeVisible();
  return details(stage);
}

async function actFor(stage: Stage, member: string, action?: string): Promise<void> {
  const pane = await openDetails(stage, 'marathon');
  // Members far down are not on the page before they are near.
  await pane.locator('.vc-details-body').evaluate((body) => body.scrollTo(0, body.scrollHeight));
  await pane.getByRole('button', { name: `Actions for ${member}` }).click();
  const item = stage.page.getByRole('menuitem');
  await expect(item.first()).toBeVisible();
  if (action) await item.filter({ hasText: action }).click();
}

const variants: ReadonlySet<ConversationKey> = new Set(['wilhelmina', 'noa', 'german', 'announcements']);

const plain = (key: ConversationKey): Scene => ({
  name: `details-${key}`,
  isVariant: variants.has(key),
  show: async (stage) => void (await openDetails(stage, key)),
});

const question: (stage: Stage) => Promise<void> = ({ page }) =>
  expect(page.getByRole('alertdialog')).toBeVisible();

export const detailsScenes: Scene[] = [
  ...(['ana', 'wilhelmina', 'noa', 'tom', 'runners', 'german', 'announcements'] as const).map(plain),
  {
    name: 'details-members',
    async show(stage) {
      const pane = await openDetails(stage, 'marathon');
      await pane.getByRole('listitem').filter({ hasText: 'Priya' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'details-loading',
    async show(stage) {
      const { page, world } = stage;
      await page.route(/details-pane/, () => {});
      await page.goto(`/c/${world.conversationIds.marathon}`);
      await page.getByRole('button', { name: 'Details', exact: true }).click();
      await expect(details(stage).locator('.vc-skeleton').first()).toBeVisible();
    },
  },
  {
    name: 'details-rename',
    async show(stage) {
      const pane = await openDetails(stage, 'german');
      await pane.getByRole('button', { name: 'Rename the group' }).click();
      await pane.getByLabel('Group name').fill(' ');
      await pane.getByRole('button', { name: 'Save' }).click();
      await expect(pane.getByText('A group needs a name.')).toBeVisible();
    },
  },
  {
    name: 'details-mute',
    async show(stage) {
      const pane = await openDetails(stage, 'runners');
      await pane.getByRole('button', { name: 'Notifications' }).click();
      await expect(stage.page.getByRole('menuitemcheckbox').first()).toBeVisible();
    },
  },
  {
    name: 'details-add-members',
    async show(stage) {
      const pane = await openDetails(stage, 'runners');
      await pane.getByRole('button', { name: 'Add members' }).click();
      const dialog = stage.page.getByRole('dialog', { name: 'Add members' });
      await dialog.getByRole('option').first().click();
      await expect(dialog.getByRole('button', { name: /^Remove/ })).toBeVisible();
    },
  },
  { name: 'details-member-menu', show: (stage) => actFor(stage, 'Leo Fischer') },
  {
    name: 'details-remove',
    async show(stage) {
      await actFor(stage, 'Wilhelmina', 'Remove from the group');
      await question(stage);
    },
  },
  {
    name: 'details-leave',
    async show(stage) {
      const pane = await openDetails(stage, 'german');
      await pane.getByRole('button', { name: 'Leave the group' }).click();
      await question(stage);
    },
  },
  {
    name: 'details-block',
    async show(stage) {
      const pane = await openDetails(stage, 'wilhelmina');
      await pane.getByRole('button', { name: /^Block/ }).click();
      await question(stage);
    },
  },
];
