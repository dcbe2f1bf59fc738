import { expect } from '@playwright/test';
import { conversations, row } from '../stage.ts';
import { cutOff, hold, type Scene, type Stage } from './scene.ts';

async function openList({ page }: Stage): Promise<void> {
  await page.goto('/');
  await expect(row(page, 'Saturday Runners').first()).toBeVisible();
}

async function search(stage: Stage, query: string): Promise<void> {
  await openList(stage);
  await conversations(stage.page).getByLabel('Search').fill(query);
}

export const list: Scene[] = [
  { name: 'list', show: openList },
  {
    name: 'list-scrolled',
    isVariant: true,
    async show(stage) {
      await openList(stage);
      const rows = conversations(stage.page).locator('.vc-list-scroller');
      await rows.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await expect(conversations(stage.page).getByRole('button', { name: /Archived/ })).toBeInViewport();
    },
  },
  {
    name: 'list-empty',
    viewer: 'newcomer',
    async show({ page }) {
      await page.goto('/');
      await expect(page.getByText('No conversations yet')).toBeVisible();
    },
  },
  {
    name: 'list-found',
    async show(stage) {
      await search(stage, 'na');
      await expect(row(stage.page, 'Nadia Petrova')).toBeVisible();
    },
  },
  {
    name: 'list-nothing-found',
    async show(stage) {
      await search(stage, 'swimming pool');
      await expect(stage.page.getByText('Nothing found')).toBeVisible();
    },
  },
  {
    name: 'list-archived',
    async show(stage) {
      await openList(stage);
      await conversations(stage.page)
        .getByRole('button', { name: /Archived/ })
        .click();
      await expect(row(stage.page, 'Spring challenge 2026').first()).toBeVisible();
    },
  },
  {
    name: 'list-menu',
    async show(stage) {
      await openList(stage);
      await row(stage.page, 'Leo Fischer').first().click({ button: 'right' });
      await expect(stage.page.getByRole('menuitem', { name: 'Mark as read' })).toBeVisible();
    },
  },
  {
    name: 'list-typing',
    async show(stage) {
      const { present, conversationIds } = stage.world;
      await openList(stage);
      await expect(async () => {
        present.ana.sync.keystroke(conversationIds.ana);
        await expect(row(stage.page, 'Ana Souza').first()).toContainText('typing…', { timeout: 1_000 });
      }).toPass();
    },
  },
  {
    name: 'list-draft',
    async show(stage) {
      const { page } = stage;
      await openList(stage);
      await row(page, 'Ana Souza').first().click();
      await page.getByLabel('Message', { exact: true }).fill('And bring the blue bottle, it');
      await page.goBack();
      await expect(row(page, 'Ana Souza').first()).toContainText('Draft:');
    },
  },
  {
    name: 'list-loading',
    async show(stage) {
      await hold(stage, 'conversation.list');
      await stage.page.goto('/');
      await expect(conversations(stage.page).locator('[aria-busy="true"]')).toBeVisible();
    },
  },
  {
    name: 'list-unreachable',
    async show(stage) {
      await cutOff(stage, 'conversation.list');
      await stage.page.goto('/');
      await expect(conversations(stage.page).getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  },
  {
    name: 'account-menu',
    async show(stage) {
      await openList(stage);
      await stage.page.getByRole('button', { name: /Account of/ }).click();
      await expect(stage.page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    },
  },
];
