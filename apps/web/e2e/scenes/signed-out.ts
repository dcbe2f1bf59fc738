import { expect } from '@playwright/test';
import { cutOff, type Scene } from './scene.ts';

export const signedOut: Scene[] = [
  {
    name: 'sign-in',
    viewer: 'nobody',
    async show({ page }) {
      await page.goto('/');
      await expect(page.getByLabel('Email')).toBeVisible();
    },
  },
  {
    name: 'sign-in-refused',
    viewer: 'nobody',
    async show({ page }) {
      await page.goto('/');
      await page.getByLabel('Email').fill('maya@example.com');
      await page.getByLabel('Password', { exact: true }).fill('not this one');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'sign-up',
    viewer: 'nobody',
    async show({ page }) {
      await page.goto('/sign-up');
      await expect(page.getByLabel('Your name')).toBeVisible();
    },
  },
  {
    name: 'sign-up-problems',
    viewer: 'nobody',
    async show({ page }) {
      await page.goto('/sign-up');
      await page.getByLabel('Email').fill('maya@example');
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page.getByText('Write your name.')).toBeVisible();
    },
  },
  {
    name: 'nowhere',
    viewer: 'nobody',
    async show({ page }) {
      await page.goto('/nowhere');
      await expect(page.getByRole('heading')).toBeVisible();
    },
  },
  {
    name: 'unreachable',
    async show(stage) {
      await cutOff(stage, 'auth.refresh');
      await stage.page.goto('/');
      await expect(stage.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  },
];
