import { account, expect, newPassword, type Page, signIn, signUp, test } from './stage.ts';

const open = async (page: Page, item: 'Profile' | 'Settings') => {
  await account(page).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a profile is changed, and shown in every tab', async ({ browse }) => {
  const page = await browse();
  await signUp(page, 'Kim Before');
  const second = await page.context().newPage();
  await second.goto('/');
  await open(page, 'Profile');
  const dialog = page.getByRole('dialog', { name: 'Profile' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill('  ');
  await dialog.getByLabel('Address of your picture').fill('picture.png');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription('Write your name.');
  await expect(dialog.getByLabel('Address of your picture')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Name').fill('Kim After');
  await dialog.getByLabel('Address of your picture').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(account(page)).toContainText('Kim After');
  await expect(account(second)).toContainText('Kim After');
  await expect(page).toHaveURL('/');
});

test('a new password ends the sessions in other browsers, and the old one is good no more', async ({
  browse,
}) => {
  const [page, other] = [await browse(), await browse()];
  const email = await signUp(page, 'Kim Password');
  await signIn(other, email, newPassword);

  await page.goto('/settings/password');
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('Current password', { exact: true }).fill('not this one');
  await dialog.getByLabel('New password', { exact: true }).fill('an even longer password');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(dialog.getByLabel('Current password', { exact: true })).toHaveAccessibleDescription(
    'This is not your current password.',
  );
  await dialog.getByLabel('Current password', { exact: true }).fill(newPassword);
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password has been changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(account(page)).toBeVisible();

  await expect(other.getByText('You have been signed out')).toBeVisible();
  await other.getByLabel('Email').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(newPassword);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('alert')).toContainText('Wrong email or password');
  await signIn(other, email, 'an even longer password');
});

test('signing out everywhere ends this session and every other', async ({ browse }) => {
  const [page, other] = [await browse(), await browse()];
  const email = await signUp(page, 'Kim Everywhere');
  await signIn(other, email, newPassword);
  await open(page, 'Settings');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(page.getByText('You have been signed out')).toHaveCount(0);
  await expect(other.getByText('You have been signed out')).toBeVisible();
});

test('the theme is there before anything is drawn, and in every tab', async ({ browse }) => {
  const page = await browse();
  await signUp(page, 'Kim Theme');
  const second = await page.context().newPage();
  await second.goto('/');
  const chat = (tab: Page) => tab.locator('.vibe-chat').first();
  const background = (tab: Page) =>
    chat(tab).evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await background(page);

  await open(page, 'Settings');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(chat(page)).toHaveAttribute('data-theme', 'dark');
  await expect(chat(second)).toHaveAttribute('data-theme', 'dark');
  expect(await background(page)).not.toBe(light);

  await page.getByRole('switch', { name: 'Enter sends' }).click();
  await page.route('**/assets/*.js', (route) => route.abort());
  page.removeAllListeners('console');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.unroute('**/assets/*.js');
  await page.goto('/settings');
  await expect(page.getByRole('switch', { name: 'Enter sends' })).not.toBeChecked();
  await page.getByRole('radio', { name: 'System' }).check({ force: true });
  await expect(chat(second)).toHaveAttribute('data-theme', 'auto');
  expect(await background(page)).toBe(light);
});
