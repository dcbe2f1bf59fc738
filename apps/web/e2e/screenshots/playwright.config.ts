import { defineConfig } from '@playwright/test';
import shared from '../../playwright.config.ts';

/** Not a test: it makes the pictures of every screen, for people to look at. */
export default defineConfig({
  ...shared,
  testDir: '.',
  testMatch: '*.pictures.ts',
  timeout: 60_000,
  reporter: 'line',
  use: {
    ...shared.use,
    trace: 'off',
    // As people have them.
    launchOptions: { ...shared.use?.launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] },
  },
});
