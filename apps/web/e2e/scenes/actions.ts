import { expect } from '@playwright/test';
import { article, choose } from '../stage.ts';
import type { Scene, Stage } from './scene.ts';
import { openWindow } from './window.ts';

const ownWords = 'Tell her nine sharp';

async function act(stage: Stage, words: string, action: string): Promise<void> {
  await openWindow(stage, 'runners');
  await choose(stage.page, words, action);
}

async function openMenu(stage: Stage): Promise<void> {
  await openWindow(stage, 'runners');
  await article(stage.page, ownWords).getByText(ownWords).click({ button: 'right' });
  await expect(stage.page.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
}

export const actions: Scene[] = [
  {
    name: 'message-hovered',
    only: 'desk',
    async show(stage) {
      await openWindow(stage, 'runners');
      await article(stage.page, ownWords).hover();
    },
  },
  { name: 'message-menu', only: 'desk', show: openMenu },
  { name: 'message-menu', only: 'phone', show: openMenu },
  {
    name: 'message-delete',
    async show(stage) {
      await act(stage, ownWords, 'Delete');
      await expect(stage.page.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'message-report',
    async show(stage) {
      await act(stage, 'Welcome to the slow half', 'Report');
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'message-info-group',
    async show(stage) {
      await act(stage, ownWords, 'Info');
      await expect(stage.page.getByRole('region', { name: /^Read by/ })).toBeVisible();
    },
  },
  {
    name: 'message-info-direct',
    async show(stage) {
      await openWindow(stage, 'ana');
      await choose(stage.page, 'See you at the start', 'Info');
      await expect(stage.page.getByRole('dialog', { name: 'Message info' })).toBeVisible();
    },
  },
  {
    name: 'toast',
    async show(stage) {
      await act(stage, ownWords, 'Copy text');
      await expect(stage.page.locator('.vc-toast')).toBeVisible();
    },
  },
];
