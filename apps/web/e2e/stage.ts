import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

export { expect, type Page };

const server = new URL('../../server/src/main.ts', import.meta.url).pathname;

/** The program that people start, on a data directory of its own, with the demo cast. Yields its address. */
async function startServer(): Promise<AsyncDisposable & { url: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vibe-e2e-'));
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, SEED: 'true', DATABASE_URL: '' };
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      await rm(dataDir, { recursive: true });
    },
  };
}

interface Stage {
  /** A browser of its own, on the sign-in page. What goes wrong in it fails the story. */
  browse(): Promise<Page>;
}

export const test = base.extend<Stage, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: the pattern is how a fixture names what it needs
    async ({}, use) => {
      await using running = await startServer();
      await use(running.url);
    },
    { scope: 'worker' },
  ],
  browse: async ({ browser, address }, use) => {
    const problems: string[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: address });
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        // The first look for a session finds none, and a browser reports every 401.
        const isExpected = message.text().includes('401 (Unauthorized)');
        if (message.type() === 'error' && !isExpected) problems.push(message.text());
      });
      await page.goto('/');
      return page;
    });
    expect(problems).toEqual([]);
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
});

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('stronger-together');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Conversations' })).toBeVisible();
}

export async function signUp(page: Page, fullName: string): Promise<void> {
  await page.getByRole('button', { name: 'I am new here' }).click();
  await page.getByLabel('Your name').fill(fullName);
  await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.com`);
  await page.getByLabel('Password').fill('a long password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: fullName })).toBeVisible();
}

/** Starts a conversation with those people; with a name, a group. */
export async function start(page: Page, people: [string, ...string[]], name = ''): Promise<void> {
  await page.getByRole('button', { name: 'New' }).click();
  const form = page.getByRole('form', { name: 'New conversation' });
  for (const person of people) {
    await form.getByLabel('Find people').fill(person);
    await form.getByRole('listitem').getByRole('button', { name: person }).click();
  }
  await form.getByLabel(/Group name/).fill(name);
  await form.getByRole('button', { name: name ? 'Create group' : 'Start conversation' }).click();
  await expect(page.getByRole('heading', { level: 2, name: name || people[0] })).toBeVisible();
}

export async function say(page: Page, content: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(content);
  await page.getByLabel('Message', { exact: true }).press('Enter');
}

export const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
export const row = (page: Page, title: string) =>
  page.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name: title });
