import { article, choose, expect, messages, row, say, signIn, signUp, start, test } from './stage.ts';

test('what one seeded person types appears at the other, at once', async ({ browse }) => {
  const [ana, maya] = [await browse(), await browse()];
  await signIn(ana, 'ana@example.com');
  await signIn(maya, 'maya@example.com');
  await start(ana, ['Maya']);
  // Whatever else Maya has, it is on top now.
  await say(ana, 'See you at six, Maya?');
  await row(maya, 'Ana').click();
  await expect(article(maya, 'See you at six, Maya?')).toBeVisible();
  await expect(article(ana, 'See you at six')).toContainText(/read/i);
  await say(maya, 'At six it is');
  await expect(article(ana, 'At six it is')).toBeVisible();
});

test('two new people write, edit and delete, and a reload keeps it all', async ({ browse }) => {
  const [kim, lou] = [await browse(), await browse()];
  await signUp(kim, 'Kim Pair');
  await signUp(lou, 'Lou Pair');
  await start(kim, ['Lou Pair']);
  await say(kim, 'first');
  await say(kim, 'second');
  await expect(row(lou, 'Kim Pair').getByRole('img', { name: '2 unread' })).toBeVisible();
  await row(lou, 'Kim Pair').click();
  await expect(row(lou, 'Kim Pair').getByRole('img', { name: /unread/ })).toHaveCount(0);

  await choose(kim, 'first', 'Edit');
  await kim.getByLabel('Edit message').fill('first, mended');
  await kim.getByRole('button', { name: 'Save' }).click();
  await expect(article(lou, 'first, mended')).toBeVisible();
  await expect(messages(lou).getByText('edited')).toBeVisible();

  await choose(kim, 'second', 'Delete');
  await kim.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(messages(lou).getByText('Message deleted')).toBeVisible();
  await expect(messages(lou).getByText('second')).toHaveCount(0);

  await lou.reload();
  await expect(article(lou, 'first, mended')).toBeVisible();
  await expect(messages(lou).getByRole('article')).toHaveCount(2);
});

test('a group shows who types and what the system tells, and markup stays text', async ({ browse }) => {
  const [kim, lou] = [await browse(), await browse()];
  await signUp(kim, 'Kim Group');
  await signUp(lou, 'Lou Group');
  await start(kim, ['Lou Group', 'Maya'], 'Marathon 2027');
  await row(lou, 'Marathon 2027').click();
  await expect(messages(lou).getByText('Kim Group created the group “Marathon 2027”')).toBeVisible();

  await kim.getByLabel('Message', { exact: true }).pressSequentially('hel');
  await expect(lou.getByText('Kim is typing…').first()).toBeVisible();
  const markup = '<img src=x onerror="document.title=1"><b>bold</b>';
  await say(kim, markup);
  await expect(article(lou, markup)).toBeVisible();
  await expect(lou.getByText('Kim is typing…')).toHaveCount(0);
  await expect(messages(lou).locator('b, img')).toHaveCount(0);
});

test('reading in one tab clears the badge in the other', async ({ browse }) => {
  const [kim, lou] = [await browse(), await browse()];
  await signUp(kim, 'Kim Tabs');
  await signUp(lou, 'Lou Elsewhere');
  const second = await lou.context().newPage();
  await second.goto('/');
  await start(kim, ['Lou Elsewhere']);
  await say(kim, 'news');
  await expect(row(second, 'Kim Tabs').getByRole('img', { name: '1 unread' })).toBeVisible();
  await lou.bringToFront();
  await row(lou, 'Kim Tabs').click();
  await expect(row(second, 'Kim Tabs').getByRole('img', { name: /unread/ })).toHaveCount(0);
});
