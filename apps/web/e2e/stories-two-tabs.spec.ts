import { directOf, groupOf, test, write } from './cast.ts';
import { article, conversations, expect, type Page, row, say } from './stage.ts';

const field = (page: Page) => page.getByLabel('Message', { exact: true });

test('what one does in one tab, the other shows: sending, a draft, what is read, pinned and muted', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Tabs'), await person('Lou Tabs')];
  const id = await directOf(kim, lou);
  await write(lou, await groupOf('Both of us', [kim, lou]), 'Hello both');
  const first = await open(kim, `/c/${id}`);
  const second = await first.context().newPage();
  await second.goto(`/c/${id}`);

  await say(first, 'from the first tab');
  await expect(article(second, 'from the first tab')).toBeVisible();
  await second.bringToFront();
  await field(second).fill('half a thou');
  await expect(field(first)).toHaveValue('half a thou');
  await field(second).press('Enter');
  await expect(field(first)).toHaveValue('');
  await expect(article(first, 'half a thou')).toBeVisible();

  await expect(row(first, 'Both of us').getByRole('img', { name: '1 unread' })).toBeVisible();
  await choose(second, 'Both of us', 'Mark as read');
  await expect(row(first, 'Both of us').getByRole('img', { name: /unread/ })).toHaveCount(0);
  await choose(second, 'Both of us', 'Mute');
  await expect(row(first, 'Both of us')).toContainText('Muted');
  await choose(second, 'Lou Tabs', 'Pin');
  await expect(conversations(first).getByRole('listitem').first()).toContainText('Lou Tabs');
  await expect(row(first, 'Lou Tabs')).toContainText('Pinned');
});

test('what is muted counts quietly: its badge is there, the title says nothing', async ({ person, open }) => {
  const [kim, lou] = [await person('Kim Mutes'), await person('Lou Loud')];
  const id = await groupOf('Loud group', [lou, kim]);
  const page = await open(kim);
  await choose(page, 'Loud group', 'Mute');
  await expect(row(page, 'Loud group')).toContainText('Muted');
  // With the line that tells of the group, they are three.
  await write(lou, id, 'one');
  await write(lou, id, 'two');
  await expect(row(page, 'Loud group').locator('.vc-badge-quiet')).toHaveText('3');
  await expect(page).toHaveTitle('Vibe Chat');
});

async function choose(page: Page, title: string, action: string): Promise<void> {
  await row(page, title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}
