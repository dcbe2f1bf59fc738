import { chatStyles, common, differences, hostStyles } from './computed-styles.ts';
import { startNorthgate } from './running-server.ts';
import { article, expect, type Page, row, say, signUp, test as stage, start, watch } from './stage.ts';

const test = stage.extend<{ visit(): Promise<Page> }, { northgate: string }>({
  northgate: [
    // biome-ignore lint/correctness/noEmptyPattern: the pattern is how a fixture names what it needs
    async ({}, use) => {
      await using running = await startNorthgate();
      await use(running.url);
    },
    { scope: 'worker' },
  ],
  /** The platform's page in a browser of its own; nobody is signed in. */
  visit: async ({ browser, northgate }, use) => {
    const problems: string[] = [];
    await use(async () => {
      const page = await browser.newPage({ baseURL: northgate });
      watch(page, problems);
      await page.goto('/');
      return page;
    });
    expect(problems).toEqual([]);
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
});

const panel = (page: Page) => page.getByRole('complementary', { name: 'Chat' });

async function signInAtNorthgate(page: Page, name: string): Promise<void> {
  await page.getByLabel('Who are you?').selectOption({ label: name });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(panel(page).getByRole('navigation')).toBeVisible();
}

test('two people of a host platform talk in its page, and its own badge counts', async ({ visit }) => {
  const [ana, maya] = [await visit(), await visit()];
  await signInAtNorthgate(ana, 'Ana Souza (client)');
  await signInAtNorthgate(maya, 'Maya Okafor (trainer)');
  await start(ana, ['Maya Okafor']);
  await expect(ana).toHaveURL(/#chat-\d+$/);
  await say(ana, 'Is the court free at six?');
  await expect(maya.locator('#unread')).toHaveText('1');
  await row(maya, 'Ana Souza').click();
  await expect(article(maya, 'Is the court free at six?')).toBeVisible();
  await expect(maya.locator('#unread')).toBeEmpty();
  await say(maya, 'It is yours');
  await expect(article(ana, 'It is yours')).toBeVisible();
});

test('when the person signs out at the platform, the chat is over', async ({ visit }) => {
  const [leo, jonas] = [await visit(), await visit()];
  await signInAtNorthgate(leo, 'Leo Fischer (client)');
  await signInAtNorthgate(jonas, 'Jonas Lindqvist (trainer)');
  await start(leo, ['Jonas']);
  await say(leo, 'before');
  await row(jonas, 'Leo Fischer').click();
  await expect(article(jonas, 'before')).toBeVisible();

  const closed = jonas.waitForEvent('websocket', { timeout: 1_000 }).then(
    () => 'opened',
    () => 'none opened',
  );
  await jonas.getByRole('button', { name: 'Sign out' }).click();
  await expect(jonas.locator('.vibe-chat')).toHaveCount(0);
  await say(leo, 'after');
  await expect(article(leo, 'after')).toBeVisible();
  await expect(jonas.locator('#unread')).toBeEmpty();
  expect(await closed).toBe('none opened');
});

test('theme, language and words are the platform’s to choose', async ({ visit }) => {
  const page = await visit();
  await signInAtNorthgate(page, 'Leo Fischer (client)');
  const chat = panel(page).locator('.vibe-chat');
  const background = () => chat.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await background();
  await page.getByLabel('Theme').selectOption('dark');
  await expect(chat).toHaveAttribute('data-theme', 'dark');
  expect(await background()).not.toBe(light);
  await page.getByLabel('Language').selectOption('de');
  await expect(chat).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('navigation', { name: 'Unterhaltungen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Neue Unterhaltung' }).first()).toBeVisible();
});

test('the platform’s rules do not reach into the chat', async ({ visit, browse }) => {
  const host = await visit();
  await signInAtNorthgate(host, 'Ana Souza (client)');
  await start(host, ['Leo Fischer']);
  const [shell, other] = [await browse(), await browse()];
  await signUp(other, 'Leo Alone');
  await signUp(shell, 'Ana Souza');
  await start(shell, ['Leo Alone']);
  // As narrow as the panel, so that both show the same.
  await shell.setViewportSize({ width: 416, height: 676 });
  for (const page of [host, shell]) {
    await say(page, 'Hello there');
    await expect(article(page, 'Hello there')).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
  }
  const compare = async () => {
    const [inHost, inShell] = [await chatStyles(host), await chatStyles(shell)];
    return { common: common(inHost, inShell), differences: differences(inShell, inHost) };
  };
  await expect.poll(async () => (await compare()).common).toBeGreaterThan(10);
  await expect.poll(async () => (await compare()).differences).toEqual([]);
});

test('nothing of the chat’s rules reaches the page around it', async ({ visit }) => {
  const page = await visit();
  const before = await hostStyles(page);
  await signInAtNorthgate(page, 'Maya Okafor (trainer)');
  await expect(page.locator('.vibe-chat').first()).toBeAttached();
  // Off the buttons, which look otherwise below it.
  await page.mouse.move(1, 400);
  await page.evaluate(() => {
    // What the page itself changes when somebody is signed in.
    for (const id of ['sign-in', 'sign-out', 'messages', 'chat-panel'])
      document.getElementById(id)?.toggleAttribute('hidden');
  });
  const after = await hostStyles(page);
  expect(common(before, after)).toBeGreaterThan(60);
  expect(differences(before, after)).toEqual([]);
});
