import AxeBuilder from '@axe-core/playwright';
import { directOf, groupOf, test, write } from './cast.ts';
import { conversations, elsewhere, expect, type Page, row, say, signIn, signUp } from './stage.ts';

const search = (page: Page) => conversations(page).getByRole('textbox', { name: 'Search' });
const scroller = (page: Page) => conversations(page).locator('.vc-list-scroller');
const titles = (page: Page) => conversations(page).getByRole('listitem').locator('.vc-row-title');

/** Somebody new, with that many groups, which Jonas made: "Team 1" is the oldest. */
async function personWithTeams(page: Page, address: string, fullName: string, count: number) {
  await signUp(page, fullName);
  const jonas = await elsewhere(address, 'jonas@example.com');
  const { users } = await jonas.api.user.search.query({ query: fullName });
  const userIds = users.map(({ id }) => id);
  const ids: number[] = [];
  for (let number = 1; number <= count; number++) {
    const group = { type: 'group', name: `Team ${number}`, userIds } as const;
    const { id } = await jonas.api.conversation.create.mutate(group);
    ids.push(id);
  }
  await expect(row(page, `Team ${count} `)).toBeVisible();
  return { jonas, ids };
}

/** Where a row stands on the screen, to a pixel. */
const top = async (page: Page, title: string) => Math.round((await row(page, title).boundingBox())?.y ?? -1);

async function choose(page: Page, title: string, action: string): Promise<void> {
  await row(page, title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: action, exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('whoever types stands in the place of what was said last, and a draft where nobody does', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Drafts'), await person('Lou Watches')];
  await directOf(kim, lou);
  const id = await groupOf('Saturday rides', [kim, lou]);
  await write(lou, id, 'Who brings coffee?');
  const [kims, lous] = [await open(kim), await open(lou)];
  const saturday = row(lous, 'Saturday rides');
  await expect(saturday).toContainText(/You:\s*Who brings coffee/);
  await row(kims, 'Saturday rides').click();
  await kims.getByLabel('Message', { exact: true }).pressSequentially('I will be l');
  await expect(saturday).toContainText('Kim is typing…');
  await expect(saturday).not.toContainText('coffee');
  await row(kims, 'Lou Watches').click();
  await expect(row(kims, 'Saturday rides')).toContainText(/Draft:\s*I will be l/);
  await kims.reload();
  await expect(row(kims, 'Saturday rides')).toContainText(/Draft:\s*I will be l/);
  await row(kims, 'Saturday rides').click();
  await say(kims, 'I will be late');
  await expect(saturday).toContainText(/Kim:\s*I will be late/);
  await expect(row(kims, 'Saturday rides')).toContainText(/You:\s*I will be late/);
});

test('what one looks at stays where it is while conversations change places', async ({ browse, address }) => {
  const page = await browse();
  const { jonas, ids } = await personWithTeams(page, address, 'Nora Place', 40);
  await scroller(page).evaluate((element) => {
    element.scrollTop = 900;
  });
  await expect(row(page, 'Team 20 ')).toBeInViewport();
  const before = await top(page, 'Team 25 ');
  for (const number of [2, 39, 22]) {
    await write(jonas, ids[number - 1] ?? 0, `news ${number}`);
    await scroller(page).evaluate(
      (element) => new Promise((done) => requestAnimationFrame(() => done(element))),
    );
  }
  await expect(row(page, 'Team 22 ')).not.toBeInViewport();
  expect(await top(page, 'Team 25 ')).toBe(before);
  await search(page).fill('team 1');
  await expect(row(page, 'Team 25 ')).toHaveCount(0);
  await search(page).press('Escape');
  await expect.poll(() => top(page, 'Team 25 ')).toBe(before);
  await scroller(page).evaluate((element) => {
    element.scrollTop = 0;
  });
  await expect(titles(page).first()).toHaveText('Team 22');

  await row(page, 'Team 39 ').hover();
  const hovered = await top(page, 'Team 39 ');
  await write(jonas, ids[9] ?? 0, 'news 10');
  await expect(row(page, 'Team 10 ')).toBeAttached();
  expect(await top(page, 'Team 39 ')).toBe(hovered);
  await page.mouse.move(900, 300);
  await expect(row(page, 'Team 10 ')).toBeInViewport();
  expect(await top(page, 'Team 10 ')).toBeLessThan(hovered);
  await jonas.close();
});

test('pinning, muting, archiving and reading in one tab is seen in the other', async ({
  browse,
  address,
}) => {
  const first = await browse();
  const { jonas, ids } = await personWithTeams(first, address, 'Tara Tabs', 4);
  const second = await first.context().newPage();
  await second.goto('/');
  await expect(titles(second).first()).toHaveText('Team 4');

  await choose(first, 'Team 2', 'Pin');
  await expect(titles(second).first()).toHaveText('Team 2');
  await expect(row(second, 'Team 2')).toContainText('Pinned');
  await choose(second, 'Team 2', 'Unpin');
  await expect(titles(first).first()).toHaveText('Team 4');

  await write(jonas, ids[0] ?? 0, 'hello');
  await choose(first, 'Team 1', 'Mute');
  await expect(row(second, 'Team 1')).toContainText('Muted');
  await expect(row(second, 'Team 1').getByRole('img', { name: /unread/ })).toHaveClass(/quiet/);
  await choose(second, 'Team 1', 'Mark as read');
  await expect(row(first, 'Team 1').getByRole('img')).toHaveCount(0);

  await choose(first, 'Team 3', 'Archive');
  await expect(row(second, 'Team 3')).toHaveCount(0);
  await row(second, 'Archived (1)').click();
  await choose(second, 'Team 3', 'Take out of the archive');
  await expect(second.getByText('Nothing is archived')).toBeVisible();
  await second.getByRole('button', { name: 'Back to all conversations' }).click();
  await expect(row(first, 'Team 3')).toBeVisible();
  await expect(row(second, 'Archived')).toHaveCount(0);
  await jonas.close();
});

test('conversations and people are found by name, and a person is written to at once', async ({ browse }) => {
  const page = await browse();
  await signUp(page, 'Sören Search');
  await expect(page.getByText('No conversations yet')).toBeVisible();
  await search(page).fill('robin');
  await row(page, 'Robin Adler').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Robin Adler' })).toBeVisible();
  await expect(search(page)).toHaveValue('');
  await expect(row(page, 'Robin Adler')).toHaveAttribute('aria-current', 'page');

  await search(page).fill('ROBIN');
  await expect(titles(page)).toHaveText(['Robin Adler']);
  await expect(page.getByText('1 conversation, 0 people found')).toBeAttached();
  await search(page).fill('nobody is called that');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await search(page).press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(titles(page)).toHaveText(['Robin Adler']);
});

test('a group is made, and its conversation managed, by the keyboard alone', async ({ browse }) => {
  const page = await browse();
  await signUp(page, 'Kay Board');
  await page.getByRole('button', { name: 'New conversation' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New conversation' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  for (const name of ['Leo', 'Ana']) {
    await page.keyboard.type(name);
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
  // Without its name the group is not made, and the focus goes where it is missing.
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Give the group a name.')).toBeVisible();
  await expect(dialog.getByLabel('Group name')).toBeFocused();
  await page.keyboard.type('Keyboard Club');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: 'Keyboard Club' })).toBeVisible();

  await search(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Keyboard Club')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Pin', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Keyboard Club')).toContainText('Pinned');
  await expect(row(page, 'Keyboard Club')).toBeFocused();
});

/** What is about a page as a whole is the page's, which the chat is in. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const axe = new AxeBuilder({ page }).disableRules(['region', 'page-has-heading-one']);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list, its menu and what starts a conversation are accessible when it is ${colorScheme}`, async ({
    browse,
  }) => {
    const page = await browse();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn(page, 'maya@example.com');
    await row(page, 'Saturday Runners').click();
    await row(page, 'Ana Souza').hover();
    expect(await violations(page)).toEqual([]);
    await row(page, 'Ana Souza').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await search(page).fill('o');
    await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'New conversation' }).click();
    const dialog = page.getByRole('dialog', { name: 'New conversation' });
    await dialog.getByRole('option', { name: 'Ana Souza' }).click();
    await dialog.getByRole('option', { name: 'Leo Fischer' }).click();
    await dialog.getByRole('button', { name: 'Create group' }).click();
    await expect(dialog.getByText('Give the group a name.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
