import { directOf, groupOf, stored, test, write } from './cast.ts';
import { article, expect, messages, type Page, row, say } from './stage.ts';

const field = (page: Page) => page.getByLabel('Message', { exact: true });

test('whom the other blocks while they write is told so beside the message, and can mend or drop it', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Writes'), await person('Lou Blocks')];
  const id = await directOf(kim, lou);
  const page = await open(kim, `/c/${id}`);
  await field(page).fill('are you there?');
  await lou.api.user.block.mutate({ userId: kim.id });

  // A browser reports the refusal, too.
  page.removeAllListeners('console');
  await field(page).press('Enter');
  const failed = article(page, 'are you there?');
  await expect(failed).toContainText('This person does not take messages from you.');
  await expect(row(page, 'Lou Blocks')).toContainText('Not sent');

  await page.reload();
  await failed.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Edit message')).toBeFocused();
  await page.getByLabel('Edit message').fill('I am sorry');
  await page.keyboard.press('Enter');
  await expect(article(page, 'I am sorry')).toContainText('This person does not take messages from you.');
  await expect(failed).toHaveCount(0);

  await lou.api.user.unblock.mutate({ userId: kim.id });
  await article(page, 'I am sorry').getByRole('button', { name: 'Try again' }).click();
  await expect(article(page, 'I am sorry')).toContainText('Sent');

  await lou.api.user.block.mutate({ userId: kim.id });
  await say(page, 'and another thing');
  await article(page, 'and another thing').getByRole('button', { name: 'Discard' }).click();
  await expect(article(page, 'and another thing')).toHaveCount(0);
  // The button is gone that had the focus: the message before has it.
  await expect(page.locator(':focus')).toHaveAccessibleName(/^You: I am sorry/);
  expect(await stored(lou, id)).toEqual(['I am sorry']);
});

test('who is removed while they write sees that they are out, and what is open over it closes', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Removes'), await person('Lou Removed')];
  const id = await groupOf('Not for long', [kim, lou]);
  await write(kim, id, 'stay a while');
  const page = await open(lou, `/c/${id}`);
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await page.getByRole('button', { name: 'Leave the group' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();

  await kim.api.conversation.removeParticipant.mutate({ conversationId: id, userId: lou.id });
  await expect(page.getByText('You are no longer in this conversation')).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'Details' })).toHaveCount(0);
  await expect(messages(page)).toHaveCount(0);
  await expect(field(page)).toHaveCount(0);
  await expect(row(page, 'Not for long')).toHaveCount(0);

  // Asked for what is not there for them, the server says so, and the browser reports it.
  page.removeAllListeners('console');
  await page.reload();
  await expect(page.getByText('This conversation is not there for you')).toBeVisible();
  await page.getByRole('navigation', { name: 'Conversations' }).getByText('No conversations yet').waitFor();

  await kim.api.conversation.addParticipants.mutate({ conversationId: id, userIds: [lou.id] });
  await expect(article(page, 'stay a while')).toBeVisible();
  await expect(field(page)).toBeVisible();
});
