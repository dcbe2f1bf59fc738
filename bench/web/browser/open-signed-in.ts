import type { Browser, Page } from '@playwright/test';
import type { World } from '../world/start-world.ts';

export interface SignedIn extends AsyncDisposable {
  page: Page;
}

/**
 * A page in a context of its own, whose person has signed in as people do, so that the browser has all that it keeps of
 * them. What goes wrong in it fails the run when it is disposed of.
 */
export async function openSignedIn(browser: Browser, { url, email, password }: World): Promise<SignedIn> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto('/');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
  return {
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      if (problems.length > 0) throw new Error(`the page failed: ${problems.join('; ')}`);
    },
  };
}
