import { directOf, groupOf, stored, test, write } from './cast.ts';
import { article, conversations, expect, newPassword, type Page } from './stage.ts';

const focused = (page: Page) => page.locator(':focus');
const toField = (page: Page) => expect(page.getByLabel('Message', { exact: true })).toBeFocused();

/** Tab, or Shift+Tab, until the focus is on what has that name. It is somewhere all the while: nobody gets lost. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(focused(page)).toHaveCount(1);
    await expect(focused(page)).toHaveAccessibleName(name, { timeout: 100 });
  }).toPass({ intervals: [0] });
}

/** In the menu that is open. */
async function chooseInMenu(page: Page, beginning: string, name: string): Promise<void> {
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type(beginning);
  await expect(focused(page)).toHaveAccessibleName(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('one signs in, writes, changes, deletes and signs out without a pointer', async ({ browse, person }) => {
  const [kim, lou] = [await person('Kim Keys'), await person('Lou Keys')];
  const id = await directOf(lou, kim);
  await write(lou, id, 'hello, keys');
  const page = await browse();
  const { keyboard } = page;

  await expect(page.getByLabel('Email')).toBeFocused();
  await keyboard.type(kim.email);
  await keyboard.press('Tab');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await keyboard.type(newPassword);
  await keyboard.press('Enter');
  await expect(conversations(page)).toBeFocused();

  await tabTo(page, /^Lou Keys/);
  await keyboard.press('Enter');
  await toField(page);
  await keyboard.type('hello, Lou');
  await keyboard.press('Enter');
  await expect(article(page, 'hello, Lou')).toContainText('Sent');
  await toField(page);

  await keyboard.press('ArrowUp');
  await expect(page.getByLabel('Edit message')).toBeFocused();
  await keyboard.type(', from a keyboard');
  await keyboard.press('Enter');
  await expect(article(page, 'hello, Lou, from a keyboard')).toContainText('edited');
  await toField(page);

  await tabTo(page, /^You: hello, Lou/, 'Shift+Tab');
  await keyboard.press('ArrowUp');
  await expect(focused(page)).toHaveAccessibleName(/^Lou Keys: hello, keys/);
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+F10');
  await chooseInMenu(page, 'del', 'Delete');
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await tabTo(page, 'Delete');
  await keyboard.press('Enter');
  await expect(focused(page)).toHaveAccessibleName(/^You: Message deleted/);
  await expect.poll(() => stored(lou, id)).toEqual(['hello, keys', null]);

  await tabTo(page, /^Account of/, 'Shift+Tab');
  await keyboard.press('Enter');
  await chooseInMenu(page, 'sign', 'Sign out');
  await expect(page.getByLabel('Email')).toBeFocused();
});

test('a group is made, filled, muted and pinned without a pointer', async ({ open, person }) => {
  const [kim, lou] = [await person('Kim Typist'), await person('Lou Typist'), await person('Max Typist')];
  await groupOf('An older group', [lou, kim]);
  const page = await open(kim);
  const { keyboard } = page;
  const pick = async (name: string) => {
    await expect(focused(page)).toHaveRole('combobox');
    await keyboard.type(name);
    await expect(page.getByRole('option', { name })).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  };

  await tabTo(page, 'New conversation');
  await keyboard.press('Enter');
  await pick('Lou Typist');
  await tabTo(page, 'Group');
  await keyboard.press('Space');
  await tabTo(page, 'Group name');
  await keyboard.type('Typists');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Typists' })).toBeVisible();
  await toField(page);

  await tabTo(page, 'Details', 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(focused(page)).toHaveAccessibleName('Close details');
  await tabTo(page, 'Add members');
  await keyboard.press('Enter');
  await pick('Max Typist');
  await tabTo(page, 'Add');
  await keyboard.press('Enter');
  await expect(page.getByText('3 members').first()).toBeVisible();
  await expect(focused(page)).toHaveAccessibleName('Add members');

  await tabTo(page, 'Notifications', 'Shift+Tab');
  await keyboard.press('Enter');
  await chooseInMenu(page, 'mute for 1', 'Mute for 1 hour');
  await expect(focused(page)).toHaveAccessibleName('Notifications');
  await expect(focused(page)).toHaveAccessibleDescription(/^Muted until/);
  await keyboard.press('Escape');
  await expect(focused(page)).toHaveAccessibleName('Details');

  await tabTo(page, /^Typists \d/, 'Shift+Tab');
  await keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAccessibleName(/^An older group/);
  await keyboard.press('Shift+F10');
  await chooseInMenu(page, 'pin', 'Pin');
  await expect(focused(page)).toHaveAccessibleName(/^An older group/);
  await expect(conversations(page).getByRole('listitem').first()).toContainText('An older group');
  await keyboard.press('Enter');
  await toField(page);
});
