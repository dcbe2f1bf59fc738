import { type Browser, chromium } from '@playwright/test';
import config from '../../../apps/web/playwright.config.ts';

/** The browser that the stories run in. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(config.use?.launchOptions);
