import { expect } from '@playwright/test';
import type { Scene, Stage } from './scene.ts';

async function open({ page }: Stage, path: string) {
  await page.goto(path);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

export const settings: Scene[] = [
  { name: 'settings', show: async (stage) => void (await open(stage, '/settings')) },
  {
    name: 'settings-sign-out-everywhere',
    async show(stage) {
      const dialog = await open(stage, '/settings');
      await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
      await expect(stage.page.getByRole('alertdialog')).toBeVisible();
    },
  },
  { name: 'profile', show: async (stage) => void (await open(stage, '/settings/profile')) },
  {
    name: 'profile-problems',
    async show(stage) {
      const dialog = await open(stage, '/settings/profile');
      await dialog.getByLabel('Name').fill(' ');
      await dialog.getByLabel('Address of your picture').fill('picture.png');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByText('Write your name.')).toBeVisible();
    },
  },
  { name: 'password', show: async (stage) => void (await open(stage, '/settings/password')) },
  {
    name: 'password-problems',
    async show(stage) {
      const dialog = await open(stage, '/settings/password');
      await dialog.getByLabel('Current password', { exact: true }).fill('not this one');
      await dialog.getByLabel('New password', { exact: true }).fill('short');
      await dialog.getByRole('button', { name: 'Change password' }).click();
      await expect(dialog.getByText('At least 8 characters.')).toBeVisible();
    },
  },
];
