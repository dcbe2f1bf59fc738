import { test as base, expect, type Page } from '@playwright/test';
import { type ChatClient, createChatClient, sessionTokens } from '@vibe/client';
import { type Running, startServer } from './running-server.ts';
import { signInTurn } from './sign-in-turn.ts';

export { expect, type Page };

const demoPassword = 'stronger-together';

interface Stage {
  /** A browser of its own, at that path (`/` if none is given). What goes wrong in it fails the story. */
  browse(path?: string): Promise<Page>;
}

export const test = base.extend<Stage, { server: Running; address: string }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the pattern is how a fixture names what it needs
    async ({}, use) => {
      await using running = await startServer();
      await use(running);
    },
    { scope: 'worker' },
  ],
  address: [({ server }, use) => use(server.url), { scope: 'worker' }],
  browse: async ({ browser, address }, use) => {
    const problems: string[] = [];
    await use(async (path = '/') => {
      const context = await browser.newContext({ baseURL: address });
      context.on('page', (page) => watch(page, problems));
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    expect(problems).toEqual([]);
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
});

/** Collects what a page throws or complains of: exceptions, what its security policy refused, failed requests. */
export function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A browser reports every refusal: the first look for a session finds none, a wrong password is answered with 401, what
    // is written to somebody who does not want it with 403, and what is asked of a conversation that one was just removed
    // from with 404.
    const isCall = message.location().url.includes('/trpc/');
    const isExpected = isCall && /40[134] \((Unauthorized|Forbidden|Not Found)\)/.test(message.text());
    if (message.type() === 'error' && !isExpected) problems.push(message.text());
  });
}

export const conversations = (page: Page) => page.getByRole('navigation', { name: 'Conversations' });
export const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
/** By how its title begins: what follows in the row may name the same people. */
export const row = (page: Page, title: string) =>
  conversations(page).getByRole('button', {
    name: new RegExp(`^${title.replaceAll(/[()|.*+?^$[\]{}\\]/g, '\\$&')}`),
  });
/** A message, by what it says. */
export const article = (page: Page, content: string) =>
  messages(page).getByRole('article').filter({ hasText: content });
/** Also while a dialog is open over it. */
export const account = (page: Page) => page.getByRole('button', { name: /Account of/, includeHidden: true });

/** On the sign-in page, which may stand at any address. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await signInTurn(email);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(account(page)).toBeAttached();
}

export const newPassword = 'a long password';

/** From the sign-in page. Answers with the new person's email; the password is `newPassword`. */
export async function signUp(page: Page, fullName: string): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  await signInTurn(email);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Your name').fill(fullName);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(account(page)).toContainText(fullName);
  return email;
}

export async function signOut(page: Page): Promise<void> {
  await account(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
}

/** The same person, as a program: for what is done elsewhere, and for much of it. Close it in the end. */
export async function elsewhere(
  address: string,
  email: string,
  password = demoPassword,
): Promise<ChatClient> {
  const token = sessionTokens({ url: `${address}/trpc` });
  await signInTurn(email);
  await token.signIn({ email, password });
  return createChatClient({ url: `${address}/trpc`, token });
}

/** Starts a conversation with those people; with a name, a group. */
export async function start(page: Page, people: [string, ...string[]], name = ''): Promise<void> {
  // Where there is no conversation yet, the list offers it a second time.
  await page.getByRole('button', { name: 'New conversation' }).first().click();
  const form = page.getByRole('dialog', { name: 'New conversation' });
  for (const person of people) {
    await form.getByRole('combobox').fill(person);
    await form.getByRole('option', { name: person }).click();
  }
  if (name) {
    const isGroup = form.getByRole('switch', { name: 'Group' });
    if (people.length === 1) await isGroup.click();
    await form.getByLabel('Group name').fill(name);
  }
  await form.getByRole('button', { name: name ? 'Create group' : 'Start conversation' }).click();
  await expect(page.getByRole('heading', { level: 2, name: name || people[0] })).toBeVisible();
}

export async function say(page: Page, content: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(content);
  await page.getByLabel('Message', { exact: true }).press('Enter');
}

/** Does what the message's menu offers. */
export async function choose(page: Page, content: string, action: string): Promise<void> {
  await article(page, content).getByText(content).click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitem', { name: action }).click();
}
