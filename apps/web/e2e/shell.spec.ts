import { directOf, type Person, test } from './cast.ts';
import {
  account,
  conversations,
  elsewhere,
  expect,
  messages,
  row,
  signIn,
  signOut,
  signUp,
} from './stage.ts';

test('what is wrong with a new account stands beside its fields', async ({ browse }) => {
  const page = await browse('/sign-up');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('Write your name.');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.getByLabel('Your name').fill('Kim Shell');
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription('As others will see it.');
  await page.getByLabel('Email').fill('maya@example');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('This is not an email address.');
  await page.getByLabel('Email').fill('maya@example.com');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'At least 8 characters.',
  );
  await page.getByLabel('Password', { exact: true }).fill('long enough');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');

  // Somebody has it already; only the server knows.
  const taken = page.waitForResponse(/auth\.signUp/);
  page.removeAllListeners('console');
  await page.getByRole('button', { name: 'Create account' }).click();
  expect((await taken).status()).toBe(409);
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.com`);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(account(page)).toContainText('Kim Shell');
  await expect(page).toHaveURL('/');
});

test('one signs up, stays signed in over a reload, signs out and in again', async ({ browse }) => {
  const page = await browse();
  await expect(page).toHaveTitle('Sign in · Vibe Chat');
  const email = await signUp(page, 'Kim Returns');
  await expect(page).toHaveTitle('Vibe Chat');
  await page.reload();
  await expect(account(page)).toContainText('Kim Returns');
  await page.evaluate(() => localStorage.setItem('vibe-chat.draft.1.1', 'half a thou'));
  await signOut(page);
  await expect(page.getByText('You have been signed out')).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Wrong email or password');
  await signIn(page, email, 'a long password');
  await expect(account(page)).toContainText('Kim Returns');
});

test('the address that one wanted is there after signing in, and after signing up', async ({
  browse,
  address,
}) => {
  const maya = await elsewhere(address, 'maya@example.com');
  const { conversations: known } = await maya.api.conversation.list.query({});
  const group = known.find(({ name }) => name === 'Saturday Runners');
  await maya.close();
  const path = `/c/${group?.id}?m=2`;

  const ana = await browse(path);
  await signIn(ana, 'ana@example.com');
  await expect(ana).toHaveURL(path);
  await expect(messages(ana).getByText('I am in.')).toBeVisible();

  const kim = await browse('/settings/profile');
  await kim.getByRole('button', { name: 'Create an account' }).click();
  await expect(kim).toHaveURL('/sign-up');
  await kim.reload();
  await kim.getByRole('button', { name: 'Sign in' }).click();
  await expect(kim).toHaveURL('/settings/profile');
  await signUp(kim, 'Kim Wanted');
  await expect(kim).toHaveURL('/settings/profile');
  await expect(kim.getByRole('dialog', { name: 'Profile' })).toBeVisible();
});

test('an address that names nothing says so, and leads home', async ({ browse }) => {
  const page = await browse('/conversations/7');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to your conversations' }).click();
  await expect(page).toHaveURL('/');
  await signIn(page, 'leo@example.com');
  await page.goto('/sign-up');
  await expect(account(page)).toBeAttached();
  await expect(page).toHaveURL('/');
});

/** Somebody who has a direct conversation with each of them, and nothing else in the list. */
async function friendOf(person: (fullName: string) => Promise<Person>, ...names: string[]): Promise<Person> {
  const kim = await person('Kim Friend');
  for (const name of names) await directOf(kim, await person(name));
  return kim;
}

test('back and forward go through what was open; closing takes a step back', async ({ person, open }) => {
  const page = await open(await friendOf(person, 'Ana Stone', 'Leo Stream'));
  await row(page, 'Ana Stone').click();
  await expect(page).toHaveURL(/\/c\/\d+$/);
  const ana = page.url();
  await row(page, 'Leo Stream').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Leo Stream' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Ana Stone' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/');
  await page.goForward();
  await expect(page).toHaveURL(ana);

  await account(page).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(page).toHaveURL('/settings');
  await expect(page).toHaveTitle(/Settings · Vibe Chat$/);
  await page.getByRole('link', { name: /Profile/ }).click();
  await expect(page).toHaveURL('/settings/profile');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(ana);
  await expect(page.getByRole('heading', { level: 2, name: 'Ana Stone' })).toBeVisible();
});

test('on a phone, back means the list', async ({ person, open }) => {
  const page = await open(await friendOf(person, 'Ana Stone'));
  await page.setViewportSize({ width: 360, height: 740 });
  await row(page, 'Ana Stone').click();
  await expect(conversations(page)).toBeHidden();
  const ana = page.url();
  await page.goBack();
  await expect(conversations(page)).toBeVisible();
  await row(page, 'Ana Stone').click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(conversations(page)).toBeVisible();
  await expect(page).toHaveURL('/');
  // Straight from a link, there is no step to take back.
  await page.goto(ana);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(conversations(page)).toBeVisible();
  await expect(page).toHaveURL('/');
});

test('the title and the icon tell what is unread', async ({ browse, address }) => {
  const page = await browse();
  const email = await signUp(page, 'Kim Title');
  const leo = await elsewhere(address, 'leo@example.com');
  const { users } = await leo.api.user.search.query({ query: 'Kim Title' });
  const userId = users[0]?.id ?? 0;
  const { id } = await leo.api.conversation.create.mutate({ type: 'direct', userId });
  for (const content of ['one', 'two']) {
    await leo.api.message.send.mutate({ conversationId: id, clientId: crypto.randomUUID(), content });
  }
  const icon = page.locator('link[rel="icon"]');
  await expect(page).toHaveTitle('(2) Vibe Chat');
  await expect(icon).toHaveAttribute('href', /favicon-unread/);

  const kim = await elsewhere(address, email, 'a long password');
  await kim.api.receipt.markRead.mutate({ conversationId: id, seq: 2 });
  await expect(page).toHaveTitle('Vibe Chat');
  await expect(icon).toHaveAttribute('href', /favicon\.svg/);
  await Promise.all([leo.close(), kim.close()]);
});

test('two tabs are signed out and in together', async ({ browse }) => {
  const first = await browse();
  const email = await signUp(first, 'Kim Tabs');
  const second = await first.context().newPage();
  await second.goto('/');
  await expect(account(second)).toContainText('Kim Tabs');
  await signOut(first);
  await expect(second.getByText('You have been signed out')).toBeVisible();
  await signIn(second, email, 'a long password');
  await expect(account(first)).toContainText('Kim Tabs');
});

test('while the server cannot be reached it says so, and tries again when asked', async ({ browse }) => {
  const page = await browse();
  await signIn(page, 'jonas@example.com');
  page.removeAllListeners('console');
  await page.route('**/trpc/auth.refresh*', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Vibe Chat cannot be reached' })).toBeVisible();
  await page.unroute('**/trpc/auth.refresh*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(account(page)).toContainText('Jonas');
});
