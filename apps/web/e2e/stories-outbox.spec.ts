import { directOf, stored, test } from './cast.ts';
import { article, expect, messages, type Page, say } from './stage.ts';

const field = (page: Page) => page.getByRole('textbox', { name: /message/i });

test('what is done without a network shows in both tabs, outlives the one it was done in, and is done once, in order', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Outbox'), await person('Lou Reads')];
  const id = await directOf(kim, lou);
  const first = await open(kim, `/c/${id}`);
  await say(first, 'as it was');
  await expect(article(first, 'as it was')).toContainText('Sent');
  const second = await first.context().newPage();
  await second.goto(`/c/${id}`);
  await expect(article(second, 'as it was')).toBeVisible();

  for (const tab of [first, second]) tab.removeAllListeners('console');
  await first.context().setOffline(true);
  await field(first).press('ArrowUp');
  await field(first).fill('as it should be');
  await field(first).press('Enter');
  await say(first, 'from the first tab');
  await expect(article(second, 'from the first tab')).toContainText('Sending');
  await say(second, 'from the second tab');
  for (const tab of [first, second]) {
    await expect(article(tab, 'as it should be')).toContainText('Sending');
    await expect(messages(tab).getByRole('article')).toContainText([
      'as it should be',
      'from the first tab',
      'from the second tab',
    ]);
  }

  await first.close();
  await second.context().setOffline(false);
  await expect(messages(second).getByText('Sending')).toHaveCount(0);
  const all = ['as it should be', 'from the first tab', 'from the second tab'];
  expect(await stored(lou, id)).toEqual(all);
  await second.reload();
  await expect(messages(second).getByRole('article')).toContainText(all);
  expect(await stored(lou, id)).toEqual(all);
});
