import { directOf, groupOf, test, write } from './cast.ts';
import { article, expect, messages, type Page, row, say, start } from './stage.ts';

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const lines = (page: Page) => messages(page).locator('.vc-system');

test('a group of three lives: made, joined, led, renamed and left, told alike to everyone in it', async ({
  person,
  open,
}) => {
  const [kim, lou, max] = [await person('Kim Story'), await person('Lou Story'), await person('Max Story')];
  await directOf(kim, lou);
  const [kims, lous, maxs] = [await open(kim), await open(lou), await open(max)];
  await start(kims, ['Lou Story'], 'Three of us');
  await row(lous, 'Three of us').click();
  await expect(lines(lous)).toHaveText(['Kim Story created the group “Three of us”']);

  await kims.getByRole('button', { name: 'Details', exact: true }).click();
  await details(kims).getByRole('button', { name: 'Add members' }).click();
  const dialog = kims.getByRole('dialog', { name: 'Add members' });
  await dialog.getByRole('combobox').fill('Max Story');
  await dialog.getByRole('option', { name: 'Max Story' }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await row(maxs, 'Three of us').click();

  await details(kims).getByRole('button', { name: 'Actions for Lou Story' }).click();
  await kims.getByRole('menuitem', { name: 'Make admin' }).click();
  await expect(lines(lous).last()).toHaveText('Kim Story made you an admin');

  // With the role came the right.
  await lous.getByRole('button', { name: 'Details', exact: true }).click();
  await details(lous).getByRole('button', { name: 'Rename the group' }).click();
  await details(lous).getByLabel('Group name').fill('Us three');
  await details(lous).getByLabel('Group name').press('Enter');
  for (const page of [kims, lous, maxs]) {
    await expect(page.getByRole('heading', { level: 2, name: 'Us three' }).first()).toBeVisible();
    await expect(row(page, 'Us three')).toBeVisible();
  }

  await maxs.getByRole('button', { name: 'Details', exact: true }).click();
  await details(maxs).getByRole('button', { name: 'Leave the group' }).click();
  await maxs.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(row(maxs, 'Us three')).toHaveCount(0);

  await expect(lines(kims)).toHaveText([
    'You created the group “Three of us”',
    'You added Max Story',
    'You made Lou Story an admin',
    'Lou Story renamed the group to “Us three”',
    'Max Story left',
  ]);
  await expect(kims.getByText('2 members').first()).toBeVisible();
});

test('a message in a group is read once everybody has read it', async ({ person, open }) => {
  const [kim, lou, max] = [await person('Kim Waits'), await person('Lou Waits'), await person('Max Waits')];
  const id = await groupOf('Marks', [kim, lou, max]);
  const page = await open(kim, `/c/${id}`);
  await say(page, 'read me');
  await expect(article(page, 'read me')).toContainText('Sent');
  const { messages: all } = await lou.api.message.list.query({ conversationId: id });
  const seq = all.at(-1)?.seq ?? 0;

  await lou.api.receipt.markRead.mutate({ conversationId: id, seq });
  await max.api.receipt.markDelivered.mutate({ conversationId: id, seq });
  await expect(article(page, 'read me')).toContainText('Delivered');
  await max.api.receipt.markRead.mutate({ conversationId: id, seq });
  await expect(article(page, 'read me')).toContainText('Read');
  await expect(row(page, 'Marks')).toContainText('Read');
});

test('who types is said by name, one and two of them, in the window and in the list', async ({
  person,
  open,
}) => {
  const [kim, lou, max] = [await person('Kim Reads'), await person('Lou Types'), await person('Max Types')];
  const id = await groupOf('Typing', [kim, lou, max]);
  const page = await open(kim, `/c/${id}`);
  const status = page.locator('.vc-window-status');
  await expect(status).toContainText('3 members');
  for (const { client } of [lou, max]) client.sync.start();
  const isLive = () => [lou, max].map(({ client }) => client.sync.getState().connection);
  await expect.poll(isLive).toEqual(['live', 'live']);

  lou.client.sync.keystroke(id);
  await expect(status).toHaveText('Lou is typing…');
  await expect(row(page, 'Typing')).toContainText('Lou is typing…');
  max.client.sync.keystroke(id);
  lou.client.sync.keystroke(id);
  await expect(status).toHaveText('Lou and Max are typing…');
  await expect(row(page, 'Typing')).toContainText('2 people are typing…');
  for (const { client } of [lou, max]) client.sync.stopTyping(id);
  await expect(status).toContainText('3 members');
});

test('who is there is seen at once, and when they were last seen once they are gone', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Looks'), await person('Lou Comes')];
  const id = await directOf(kim, lou);
  await write(lou, id, 'back soon');
  const page = await open(kim, `/c/${id}`);
  const status = page.locator('.vc-window-status');
  await expect(status).toHaveText('Offline');
  await expect(row(page, 'Lou Comes').locator('[data-presence="online"]')).toHaveCount(0);

  const lous = await open(lou);
  await expect(status).toHaveText('Online');
  await expect(row(page, 'Lou Comes').locator('[data-presence="online"]')).toBeVisible();
  await lous.context().close();
  // A while later: whoever reloads is not gone.
  await expect(status).toHaveText(/^Last seen/, { timeout: 20_000 });
  await expect(row(page, 'Lou Comes').locator('[data-presence="online"]')).toHaveCount(0);
});
