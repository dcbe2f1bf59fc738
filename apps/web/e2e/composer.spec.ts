import { elsewhere, expect, messages, type Page, row, say, signIn, test } from './stage.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const article = (page: Page, content: string) =>
  messages(page).getByRole('article').filter({ hasText: content });

/** Opens the message's menu with a right click. */
async function menuOf(page: Page, content: string) {
  await article(page, content).getByText(content).click({ button: 'right' });
  return page.getByRole('menu', { name: 'Message actions' });
}

test('a draft stays in its conversation, through a reload, until it is sent', async ({ browse }) => {
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await row(leo, 'Maya Okafor').click();
  await expect(field(leo)).toBeFocused();
  await leo.keyboard.type('half a sen');
  await row(leo, 'Saturday Runners').click();
  await expect(field(leo)).toHaveValue('');
  await row(leo, 'Maya Okafor').click();
  await expect(field(leo)).toHaveValue('half a sen');
  await leo.keyboard.type('t');
  await leo.reload();
  await expect(field(leo)).toHaveValue('half a sent');
  await leo.keyboard.type('ence');
  await leo.keyboard.press('Enter');
  await expect(article(leo, 'half a sentence')).toBeVisible();
  await leo.reload();
  await expect(article(leo, 'half a sentence')).toBeVisible();
  await expect(field(leo)).toHaveValue('');
});

test('the field grows with its lines up to a limit, and the messages make room', async ({ browse }) => {
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await row(leo, 'Maya Okafor').click();
  const height = async () => (await field(leo).boundingBox())?.height ?? 0;
  const one = await height();
  await field(leo).press('Shift+Enter');
  const two = await height();
  expect(two).toBeGreaterThan(one + 10);
  await field(leo).fill('line\n'.repeat(7));
  const eight = await height();
  await field(leo).fill('line\n'.repeat(40));
  expect(await height()).toBe(eight);
  expect(Math.round((eight - one) / (two - one))).toBe(7);
  await field(leo).fill('');
  expect(await height()).toBe(one);
});

test('the up arrow changes the last own message, for everyone', async ({ browse }) => {
  const [ana, maya] = [await browse(), await browse()];
  await signIn(ana, 'ana@example.com');
  await signIn(maya, 'maya@example.com');
  await row(ana, 'Maya Okafor').click();
  await row(maya, 'Ana Souza').click();
  await say(ana, 'six of them, done');
  await expect(article(ana, 'six of them, done')).toBeVisible();
  await field(ana).press('ArrowUp');
  const edit = ana.getByRole('textbox', { name: 'Edit message' });
  await expect(edit).toBeFocused();
  await expect(edit).toHaveValue('six of them, done');
  await ana.keyboard.type(' and dusted');
  await ana.keyboard.press('Enter');
  await expect(article(maya, 'six of them, done and dusted')).toBeVisible();
  await expect(field(ana)).toBeFocused();
  await expect(field(ana)).toHaveValue('');
});

test('a message is deleted for everyone once that is confirmed', async ({ browse }) => {
  const [ana, maya] = [await browse(), await browse()];
  await signIn(ana, 'ana@example.com');
  await signIn(maya, 'maya@example.com');
  await row(ana, 'Maya Okafor').click();
  await row(maya, 'Ana Souza').click();
  await say(ana, 'to be taken back');
  await expect(article(maya, 'to be taken back')).toBeVisible();

  const ask = async () => {
    await (await menuOf(ana, 'to be taken back')).getByRole('menuitem', { name: 'Delete' }).click();
    return ana.getByRole('alertdialog', { name: 'Delete this message for everyone?' });
  };
  await (await ask()).getByRole('button', { name: 'Cancel' }).click();
  await expect(article(ana, 'to be taken back')).toBeVisible();
  await (await ask()).getByRole('button', { name: 'Delete' }).click();
  await expect(ana.getByRole('alertdialog')).toHaveCount(0);
  await expect(article(maya, 'to be taken back')).toHaveCount(0);
  await expect(article(maya, 'Message deleted').last()).toBeVisible();
});

test('what is copied can be pasted, also where the browser has no clipboard for scripts', async ({
  browse,
}) => {
  const maya = await browse();
  await maya.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
  });
  await maya.reload();
  await signIn(maya, 'maya@example.com');
  await row(maya, 'Leo Fischer').click();
  await (await menuOf(maya, 'Can we move Thursday')).getByRole('menuitem', { name: 'Copy text' }).click();
  await expect(maya.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await field(maya).press('ControlOrMeta+v');
  await expect(field(maya)).toHaveValue(/^Can we move Thursday to 18:30\?/);
  await field(maya).fill('');
  await (await menuOf(maya, 'Can we move Thursday')).getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(maya.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  await field(maya).press('ControlOrMeta+v');
  await expect(field(maya)).toHaveValue(/\/c\/\d+\?m=1$/);
});

test('what is typed or pasted while nothing has the focus goes into the field', async ({ browse }) => {
  const maya = await browse();
  await signIn(maya, 'maya@example.com');
  await row(maya, 'Leo Fischer').click();
  await field(maya).fill('pasted');
  await field(maya).press('ControlOrMeta+a');
  await field(maya).press('ControlOrMeta+x');
  await field(maya).blur();
  await maya.keyboard.type('typed, ');
  await expect(field(maya)).toHaveValue('typed, ');
  await field(maya).blur();
  await maya.keyboard.press('ControlOrMeta+v');
  await expect(field(maya)).toHaveValue('typed, pasted');
});

test('another’s message is reported with a reason, which the platform’s admin reads', async ({
  browse,
  address,
}) => {
  const ana = await browse();
  await signIn(ana, 'ana@example.com');
  await row(ana, 'Saturday Runners').click();
  const menu = await menuOf(ana, 'There is always coffee');
  await expect(menu.getByRole('menuitem', { name: 'Edit' })).toHaveCount(0);
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0);
  await menu.getByRole('menuitem', { name: 'Report' }).click();
  const dialog = ana.getByRole('dialog', { name: 'Report this message' });
  await dialog.getByLabel(/What is wrong/).fill('There was none.');
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ana.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible();

  const robin = await elsewhere(address, 'robin@example.com');
  const { reports } = await robin.api.report.list.query({});
  expect(reports).toMatchObject([{ reason: 'There was none.', reporter: { fullName: 'Ana Souza' } }]);
  await robin.close();
});

test('the info of a group’s message tells who has read it', async ({ browse, address }) => {
  const maya = await browse();
  await signIn(maya, 'maya@example.com');
  await row(maya, 'Saturday Runners').click();
  await say(maya, 'bring water');
  await expect(article(maya, 'bring water')).toContainText('Sent');
  const leo = await elsewhere(address, 'leo@example.com');
  const conversationId = Number(/\/c\/(\d+)/.exec(maya.url())?.[1]);
  const { messages: all } = await leo.api.message.list.query({ conversationId });
  await leo.api.receipt.markRead.mutate({ conversationId, seq: all.at(-1)?.seq ?? 0 });
  await leo.close();

  await (await menuOf(maya, 'bring water')).getByRole('menuitem', { name: 'Info' }).click();
  const dialog = maya.getByRole('dialog', { name: 'Message info' });
  await expect(dialog.getByRole('region', { name: /^Read by/ })).toContainText('Leo Fischer');
  await expect(dialog.getByRole('region', { name: /^Not yet delivered/ })).toContainText('Jonas Lindqvist');
  await maya.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('whom one has blocked one cannot write to, until they are unblocked', async ({ browse, address }) => {
  const jonas = await elsewhere(address, 'jonas@example.com');
  const { users } = await jonas.api.user.search.query({ query: '田中' });
  await jonas.api.user.block.mutate({ userId: users[0]?.id ?? 0 });
  await jonas.close();
  const page = await browse();
  await signIn(page, 'jonas@example.com');
  await row(page, '田中 ゆき').click();
  await expect(page.getByText('You blocked 田中 ゆき.')).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Unblock' }).click();
  await expect(field(page)).toBeFocused();
});

test('the menu and what follows from it need no pointer', async ({ browse }) => {
  const ana = await browse();
  await signIn(ana, 'ana@example.com');
  await row(ana, 'Maya Okafor').click();
  const message = article(ana, 'How many hills?');
  const menu = ana.getByRole('menu', { name: 'Message actions' });
  const open = async () => {
    await message.focus();
    await ana.keyboard.press('Shift+F10');
    await expect(menu).toBeFocused();
  };
  await open();
  await ana.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem', { name: 'Copy text' })).toBeFocused();
  await ana.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(message).toBeFocused();

  await open();
  await ana.keyboard.type('ed');
  await expect(menu.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
  await ana.keyboard.press('Escape');
  await expect(field(ana)).toBeFocused();

  await open();
  await ana.keyboard.type('del');
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await ana.keyboard.press('Tab');
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('alertdialog')).toHaveCount(0);
  await expect(message).toHaveCount(0);
  await expect(messages(ana).locator(':focus')).toContainText('Message deleted');
});
