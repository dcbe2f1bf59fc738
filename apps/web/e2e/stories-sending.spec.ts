import { openCuttingProxy } from '../../../scripts/cutting-proxy.ts';
import { directOf, stored, test, write } from './cast.ts';
import { article, expect, messages, type Page, say } from './stage.ts';

const sends = '**/trpc/message.send*';
const notice = (page: Page) => page.locator('.vc-connection-notice');

test('a reload in the middle of sending loses nothing, and sends nothing twice', async ({ person, open }) => {
  const [kim, lou] = [await person('Kim Reloads'), await person('Lou Waits')];
  const id = await directOf(kim, lou);
  const [page, other] = [await open(kim, `/c/${id}`), await open(lou, `/c/${id}`)];

  // The page is gone before the server has heard of it.
  await page.route(sends, () => {});
  await say(page, 'never left');
  await expect(article(page, 'never left')).toContainText('Sending');
  expect(await stored(lou, id)).toEqual([]);
  await page.unroute(sends);
  await page.reload();
  await expect(article(page, 'never left')).toContainText('Read');

  // The server has stored it, and the page is gone before the answer.
  const answered = new Promise<void>((resolve) =>
    page.route(sends, async (route) => {
      await route.fetch();
      resolve();
    }),
  );
  await say(page, 'answer lost');
  await answered;
  await expect(article(other, 'answer lost')).toBeVisible();
  await page.unroute(sends);
  await page.reload();
  await expect(article(page, 'answer lost')).toContainText('Read');

  await say(page, 'and on');
  for (const tab of [page, other])
    await expect(messages(tab).getByRole('article')).toContainText(['never left', 'answer lost', 'and on']);
  expect(await stored(lou, id)).toEqual(['never left', 'answer lost', 'and on']);
});

test('a connection cut between storing and answering shows one message, sent once', async ({
  person,
  open,
  address,
}) => {
  await using proxy = await openCuttingProxy(address);
  const [kim, lou] = [await person('Kim Cut'), await person('Lou Cut')];
  const id = await directOf(kim, lou);
  const page = await open(kim, `/c/${id}`, proxy.url);
  await say(page, 'before');
  await expect(article(page, 'before')).toContainText('Sent');

  page.removeAllListeners('console');
  void proxy.swallow();
  await say(page, 'cut');
  await expect.poll(() => stored(lou, id)).toEqual(['before', 'cut']);
  await expect(article(page, 'cut')).toContainText('Sending');
  proxy.cut();

  await expect(article(page, 'cut')).toContainText('Sent');
  await expect(messages(page).getByRole('article')).toHaveCount(2);
  await write(lou, id, 'it came once');
  await expect(article(page, 'it came once')).toBeVisible();
  expect(await stored(lou, id)).toEqual(['before', 'cut', 'it came once']);
});

test('what is written without a network goes out in order when it is back, and once', async ({
  person,
  open,
}) => {
  const [kim, lou] = [await person('Kim Offline'), await person('Lou Online')];
  const id = await directOf(kim, lou);
  const page = await open(kim, `/c/${id}`);
  await say(page, 'still there');
  await expect(article(page, 'still there')).toContainText('Sent');

  page.removeAllListeners('console');
  await page.context().setOffline(true);
  for (const words of ['one', 'two', 'three']) await say(page, words);
  await expect(messages(page).getByText('Sending')).toHaveCount(3);
  await write(lou, id, 'written meanwhile');
  await expect(notice(page)).toHaveCount(1);
  await expect(notice(page)).toHaveText('No connection. Trying again…');

  await page.context().setOffline(false);
  await expect(messages(page).getByRole('article')).toContainText([
    'still there',
    'written meanwhile',
    'one',
    'two',
    'three',
  ]);
  await expect(messages(page).getByText('Sending')).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
  expect(await stored(lou, id)).toEqual(['still there', 'written meanwhile', 'one', 'two', 'three']);
});
