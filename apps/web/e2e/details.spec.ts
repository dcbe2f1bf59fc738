import { type ChatClient, createChatClient, sessionTokens } from '@vibe/client';
import { test as base, expect, type Page, signIn } from './stage.ts';

type Elsewhere = (name: string) => Promise<ChatClient>;

/** People of the cast, as programs: for what is done before, or elsewhere. Each signs in once. */
const test = base.extend<object, { elsewhere: Elsewhere }>({
  elsewhere: [
    async ({ address }, use) => {
      const clients = new Map<string, Promise<ChatClient>>();
      await use((name) => {
        const client = clients.get(name) ?? signInElsewhere(address, name);
        clients.set(name, client);
        return client;
      });
      for (const client of clients.values()) await (await client).close();
    },
    { scope: 'worker' },
  ],
});

async function signInElsewhere(address: string, name: string): Promise<ChatClient> {
  const token = sessionTokens({ url: `${address}/trpc` });
  await token.signIn({ email: `${name}@example.com`, password: 'stronger-together' });
  return createChatClient({ url: `${address}/trpc`, token });
}

async function idOf({ api }: ChatClient, name: string): Promise<number> {
  const { users } = await api.user.search.query({ query: name });
  return users[0]?.id ?? 0;
}

/** A group that Maya owns, with those people in it. */
async function mayasGroup(elsewhere: Elsewhere, name: string, people: string[]) {
  const maya = await elsewhere('maya');
  const userIds = await Promise.all(people.map((person) => idOf(maya, person)));
  const { id } = await maya.api.conversation.create.mutate({ type: 'group', name, userIds });
  return { maya, id };
}

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const members = (page: Page) => details(page).getByRole('region', { name: 'Members' });
const memberRow = (page: Page, name: string) => members(page).getByRole('listitem').filter({ hasText: name });
const actionsFor = (page: Page, name: string) =>
  members(page).getByRole('button', { name: `Actions for ${name}` });

async function openDetails(page: Page, conversationId: number): Promise<void> {
  await page.goto(`/c/${conversationId}`);
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(details(page).getByRole('region', { name: 'Settings' })).toBeVisible();
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await actionsFor(page, name).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('an owner adds, promotes and removes people, and the others see it at once', async ({
  browse,
  elsewhere,
}) => {
  const { id } = await mayasGroup(elsewhere, 'Climbing', ['Leo']);
  const [maya, leo] = [await browse(), await browse()];
  await signIn(maya, 'maya@example.com');
  await signIn(leo, 'leo@example.com');
  await openDetails(maya, id);
  await openDetails(leo, id);
  await expect(details(leo).getByText('2 members')).toBeVisible();
  await expect(members(leo).getByRole('button', { name: 'Add members' })).toHaveCount(0);

  await members(maya).getByRole('button', { name: 'Add members' }).click();
  const dialog = maya.getByRole('dialog', { name: 'Add members' });
  await dialog.getByRole('combobox').fill('Ana');
  await dialog.getByRole('option', { name: 'Ana Souza' }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  for (const page of [maya, leo]) {
    await expect(memberRow(page, 'Ana Souza')).toBeVisible();
    await expect(details(page).getByText('3 members')).toBeVisible();
  }

  await choose(maya, 'Leo Fischer', 'Make admin');
  await expect(memberRow(maya, 'Leo Fischer')).toContainText('Admin');
  await expect(memberRow(leo, 'Leo Fischer')).toContainText('Admin');
  // With the role come its rights.
  await expect(members(leo).getByRole('button', { name: 'Add members' })).toBeVisible();
  await actionsFor(leo, 'Ana Souza').click();
  await expect(leo.getByRole('menuitem')).toHaveText(['Message', 'Remove from the group']);
  await leo.keyboard.press('Escape');
  await expect(details(leo)).toBeVisible();

  await choose(maya, 'Ana Souza', 'Remove from the group');
  await maya.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  for (const page of [maya, leo]) {
    await expect(memberRow(page, 'Ana Souza')).toHaveCount(0);
    await expect(details(page).getByText('2 members')).toBeVisible();
  }
});

test('a group is renamed in its place, and a name that is none is refused beside the field', async ({
  browse,
  elsewhere,
}) => {
  const { id } = await mayasGroup(elsewhere, 'Before', ['Leo']);
  const [maya, leo] = [await browse(), await browse()];
  await signIn(maya, 'maya@example.com');
  await signIn(leo, 'leo@example.com');
  await openDetails(maya, id);
  await openDetails(leo, id);
  await expect(details(leo).getByRole('button', { name: 'Rename the group' })).toHaveCount(0);

  const rename = details(maya).getByRole('button', { name: 'Rename the group' });
  await rename.press('Enter');
  const field = details(maya).getByLabel('Group name');
  await expect(field).toBeFocused();
  await field.fill('  ');
  await field.press('Enter');
  await expect(details(maya).getByText('A group needs a name.')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('x'.repeat(121));
  await expect(details(maya).getByText('A name has at most 120 characters.')).toBeVisible();
  await field.press('Escape');
  await expect(details(maya).getByRole('heading', { name: 'Before' })).toBeVisible();
  await expect(rename).toBeFocused();

  await rename.press('Enter');
  await field.fill('After');
  await field.press('Enter');
  await expect(details(maya).getByRole('heading', { name: 'After' })).toBeVisible();
  await expect(details(leo).getByRole('heading', { name: 'After' })).toBeVisible();
});

test('the last owner who leaves is told who follows, and hands over', async ({ browse, elsewhere }) => {
  const { id } = await mayasGroup(elsewhere, 'Handed over', ['Leo', 'Ana']);
  const [maya, leo] = [await browse(), await browse()];
  await signIn(maya, 'maya@example.com');
  await signIn(leo, 'leo@example.com');
  await openDetails(maya, id);
  await openDetails(leo, id);
  await expect(actionsFor(maya, 'Maya Okafor')).toHaveCount(0);

  await details(maya).getByRole('button', { name: 'Leave the group' }).click();
  const question = maya.getByRole('alertdialog', { name: 'Leave “Handed over”?' });
  await expect(question).toContainText('Leo Fischer becomes its owner.');
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(details(maya)).toHaveCount(0);
  await expect(maya.getByRole('navigation', { name: 'Conversations' })).not.toContainText('Handed over');
  await expect(memberRow(leo, 'Maya Okafor')).toHaveCount(0);
  await expect(memberRow(leo, 'Leo Fischer')).toContainText('Owner');
});

test('muting, pinning and archiving are kept, and seen in another tab', async ({ browse, elsewhere }) => {
  const { maya: elsewhereMaya, id } = await mayasGroup(elsewhere, 'Kept aside', ['Leo']);
  const maya = await browse();
  await signIn(maya, 'maya@example.com');
  const tab = await maya.context().newPage();
  await openDetails(maya, id);
  await openDetails(tab, id);

  await details(maya).getByRole('button', { name: 'Notifications' }).click();
  await maya.getByRole('menuitemcheckbox', { name: 'Mute for 8 hours' }).click();
  await details(maya).getByRole('switch', { name: 'Pin' }).click();
  await details(maya).getByRole('switch', { name: 'Archive' }).click();
  for (const page of [maya, tab]) {
    await expect(details(page).getByRole('button', { name: 'Notifications' })).toHaveAccessibleDescription(
      /^Muted until/,
    );
    await expect(details(page).getByRole('switch', { name: 'Pin' })).toBeChecked();
    await expect(details(page).getByRole('switch', { name: 'Archive' })).toBeChecked();
  }
  const { conversation } = await elsewhereMaya.api.conversation.byId.query({ conversationId: id });
  expect(conversation.preference.pinnedAt).not.toBeNull();
  expect(conversation.preference.archivedAt).not.toBeNull();

  await details(tab).getByRole('button', { name: 'Notifications' }).click();
  await tab.getByRole('menuitemcheckbox', { name: 'On', exact: true }).click();
  await details(tab).getByRole('switch', { name: 'Pin' }).click();
  await expect(details(maya).getByRole('button', { name: 'Notifications' })).toHaveAccessibleDescription(
    'On',
  );
  await expect(details(maya).getByRole('switch', { name: 'Pin' })).not.toBeChecked();
});

test('blocking asks first, keeps messages away, and is taken back', async ({ browse, elsewhere }) => {
  const jonas = await elsewhere('jonas');
  const { id } = await jonas.api.conversation.create.mutate({
    type: 'direct',
    userId: await idOf(jonas, 'Leo'),
  });
  const write = () =>
    jonas.api.message.send.mutate({ conversationId: id, clientId: crypto.randomUUID(), content: 'Hello?' });
  await write();
  const leo = await browse();
  await signIn(leo, 'leo@example.com');
  await openDetails(leo, id);

  await details(leo).getByRole('button', { name: 'Block Jonas Lindqvist' }).click();
  const question = leo.getByRole('alertdialog', { name: 'Block Jonas Lindqvist?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(details(leo).getByRole('button', { name: 'Block Jonas Lindqvist' })).toBeFocused();
  await details(leo).getByRole('button', { name: 'Block Jonas Lindqvist' }).click();
  await question.getByRole('button', { name: 'Block' }).click();
  await expect(details(leo).getByRole('button', { name: 'Unblock Jonas Lindqvist' })).toBeVisible();
  await expect(write()).rejects.toThrow('does not take messages from you');

  await details(leo).getByRole('button', { name: 'Unblock Jonas Lindqvist' }).click();
  await leo.getByRole('alertdialog').getByRole('button', { name: 'Unblock' }).click();
  await expect(
    details(leo).getByRole('button', { name: 'Block Jonas Lindqvist', exact: true }),
  ).toBeVisible();
  await write();
});

test('the pane takes the focus, gives it back, and leaves Escape to what is open in it', async ({
  browse,
  elsewhere,
}) => {
  const { id } = await mayasGroup(elsewhere, 'By keyboard', ['Leo', 'Ana']);
  const maya = await browse();
  await signIn(maya, 'maya@example.com');
  await maya.goto(`/c/${id}`);
  const opener = maya.getByRole('button', { name: 'Details', exact: true });
  await opener.press('Enter');
  await expect(details(maya).getByRole('button', { name: 'Close details' })).toBeFocused();

  await actionsFor(maya, 'Ana Souza').press('Enter');
  await expect(maya.getByRole('menu')).toBeVisible();
  await maya.keyboard.press('Escape');
  await expect(maya.getByRole('menu')).toHaveCount(0);
  await expect(actionsFor(maya, 'Ana Souza')).toBeFocused();

  await maya.keyboard.press('Enter');
  await maya.getByRole('menuitem', { name: 'Remove from the group' }).press('Enter');
  await expect(maya.getByRole('alertdialog')).toBeVisible();
  await maya.keyboard.press('Escape');
  await expect(maya.getByRole('alertdialog')).toHaveCount(0);
  await expect(actionsFor(maya, 'Ana Souza')).toBeFocused();

  await maya.keyboard.press('Escape');
  await expect(details(maya)).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('somebody’s row opens the conversation with them', async ({ browse, elsewhere }) => {
  const { id } = await mayasGroup(elsewhere, 'Getting in touch', ['Robin']);
  const maya = await browse();
  await signIn(maya, 'maya@example.com');
  await openDetails(maya, id);
  await choose(maya, 'Robin Adler', 'Message');
  await expect(maya.getByRole('heading', { level: 2, name: 'Robin Adler' })).toBeVisible();
  await expect(details(maya)).toHaveCount(0);
});
