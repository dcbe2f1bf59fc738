import { line } from './imported-group.ts';
import { longGroup, maya } from './long-group.ts';
import { article, elsewhere, expect, messages, type Page, row, say, signIn, test } from './stage.ts';
import { still, sum, watchMessages } from './steadiness.ts';

test.describe.configure({ timeout: 120_000 });

const jump = (page: Page) => messages(page).getByRole('button', { name: /Jump to the latest/ });
const divider = (page: Page) => messages(page).getByText('New messages', { exact: true });
const badge = (page: Page, title: string) => row(page, title).getByRole('img', { name: /unread/ });
const field = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
/** The whole of what a message says. */
const said = (page: Page, words: string) =>
  messages(page)
    .getByRole('article')
    .filter({ has: page.getByText(words, { exact: true }) });

async function unreadIn(page: Page, title: string): Promise<number> {
  const label = await badge(page, title).getAttribute('aria-label');
  return Number.parseInt(label ?? '', 10);
}

/** Of how many messages half or more is on the screen. */
const shownCount = (page: Page) =>
  messages(page).evaluate((region) => {
    const screen = region.getBoundingClientRect();
    return [...region.querySelectorAll('article')].filter((shown) => {
      const { top, bottom } = shown.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      return screen.top < middle && middle < screen.bottom;
    }).length;
  });

async function wheel(page: Page, deltaY: number, times: number): Promise<void> {
  await messages(page).hover({ position: { x: 200, y: 200 } });
  for (let turn = 0; turn < times; turn++) {
    await page.mouse.wheel(0, deltaY);
    await page.waitForTimeout(30);
  }
}

/**
 * Turns the wheel, and each turn moves the messages: where the end of what is loaded is near, it waits for what follows.
 */
async function wheelOn(page: Page, deltaY: number, times: number): Promise<void> {
  for (let turned = 0; turned < times; turned++) {
    await page.waitForFunction(hasRoom, deltaY);
    const turn = await nextScroll(page);
    await wheel(page, deltaY, 1);
    await turn.evaluate(({ painted }) => painted);
  }
}

/** The next time that the list scrolls; two frames later, what that moves has moved. */
const nextScroll = (page: Page) =>
  page.evaluateHandle(() => {
    const { promise: painted, resolve } = Promise.withResolvers<unknown>();
    const onScroll = () => requestAnimationFrame(() => requestAnimationFrame(resolve));
    document.addEventListener('scroll', onScroll, { capture: true, once: true });
    return { painted };
  });

/** Whether the messages can move by twice as much. */
function hasRoom(deltaY: number): boolean {
  const scroller = document.querySelector('.vc-messages:not([aria-hidden="true"]) > .vc-messages-scroller');
  if (!scroller) return false;
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  const room = deltaY < 0 ? scrollTop : scrollHeight - clientHeight - scrollTop;
  return room > 2 * Math.abs(deltaY);
}

/** Opens an address without loading the page anew, as the back button does. */
const follow = (page: Page, path: string) => page.evaluate((to) => history.pushState(null, '', to), path);

/** In which part of the region, of its height, the middle of the message is. */
async function heightOf(page: Page, words: string): Promise<number> {
  const [box, region] = [await article(page, words).boundingBox(), await messages(page).boundingBox()];
  if (!box || !region) return Number.NaN;
  return (box.y + box.height / 2 - region.y) / region.height;
}

/** Once nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await expect(async () => {
    const watch = await watchMessages(page);
    await page.waitForTimeout(400);
    expect(await watch.stop()).toMatchObject(still);
  }).toPass();
}

test('what is new opens at its first message, and is read as it is seen', async ({ browse, server }) => {
  await using group = await longGroup(server, 'Much that is new', 300);
  const [first = ''] = await group.sayMany(230, 'news');
  const page = await browse();
  await signIn(page, maya);
  await expect(badge(page, group.name)).toHaveText('230');

  const watch = await watchMessages(page);
  await row(page, group.name).click();
  await expect(divider(page)).toBeInViewport();
  await expect(said(page, first)).toBeInViewport();
  await expect(badge(page, group.name)).not.toHaveText('230');
  expect(await watch.stop()).toMatchObject(still);
  expect(await unreadIn(page, group.name)).toBe(230 - (await shownCount(page)));

  await page.evaluate(() => {
    document.hasFocus = () => false;
  });
  const before = await unreadIn(page, group.name);
  await wheel(page, 300, 4);
  await page.waitForTimeout(800);
  expect(await unreadIn(page, group.name)).toBe(before);
  await page.evaluate(() => {
    document.hasFocus = () => true;
    window.dispatchEvent(new Event('focus'));
  });
  await expect.poll(() => unreadIn(page, group.name)).toBeLessThan(before);
  const later = await unreadIn(page, group.name);
  expect(later).toBeGreaterThan(170);
  await expect(jump(page)).toHaveAccessibleName(`Jump to the latest message, ${later} new`);

  await wheel(page, -300, 5);
  await expect(divider(page)).toBeInViewport();
  await jump(page).click();
  await expect(badge(page, group.name)).toHaveCount(0);
  await expect(jump(page)).toHaveCount(0);
});

test('older and newer pages move nothing', async ({ browse, server }) => {
  await using group = await longGroup(server, 'Long past', 2_000);
  const page = await browse();
  await signIn(page, maya);
  const opening = await watchMessages(page);
  await row(page, group.name).click();
  await expect(article(page, line(2000))).toBeInViewport();
  await settled(page);
  expect(await opening.stop()).toMatchObject(still);

  const up = await watchMessages(page);
  await wheelOn(page, -240, 50);
  await wheelOn(page, -37, 20);
  await settled(page);
  const upwards = await up.stop();
  expect(sum(upwards.moves)).toBe(50 * 240 + 20 * 37);
  expect(upwards).toMatchObject({ blanks: 0, cuts: 0 });

  await page.goto(`/c/${group.id}?m=500`);
  await expect(article(page, line(500))).toBeInViewport();
  await settled(page);
  const down = await watchMessages(page);
  await wheelOn(page, 240, 60);
  await settled(page);
  const downwards = await down.stop();
  expect(sum(downwards.moves)).toBe(-60 * 240);
  expect(downwards).toMatchObject({ blanks: 0, cuts: 0 });
});

test('a page that comes while nothing moves leaves everything where it is', async ({ browse, server }) => {
  await using group = await longGroup(server, 'Slow past', 600);
  const page = await browse();
  await signIn(page, maya);
  await row(page, group.name).click();
  await expect(article(page, line(600))).toBeInViewport();
  const held: (() => Promise<void>)[] = [];
  await page.route(/message\.list/, (route) => {
    held.push(() => route.continue());
  });
  for (const turns of [12, 40, 60]) {
    await expect(async () => {
      await wheel(page, -200, turns);
      expect(held).not.toHaveLength(0);
    }).toPass();
    await settled(page);
    const watch = await watchMessages(page);
    const count = held.length;
    await Promise.all(held.splice(0).map((release) => release()));
    await page.waitForTimeout(1_500);
    const seen = await watch.stop();
    expect(seen).toMatchObject(still);
    expect(count).toBe(1);
  }
});

test('what comes is followed at the end, and counted elsewhere', async ({ browse, server }) => {
  await using group = await longGroup(server, 'Live', 300);
  const page = await browse();
  await signIn(page, maya);
  await row(page, group.name).click();
  await expect(article(page, line(300))).toBeInViewport();
  await group.say('first live one');
  await expect(article(page, 'first live one')).toBeInViewport();
  await field(page).fill('a draft\n'.repeat(6));
  await expect(article(page, 'first live one')).toBeInViewport({ ratio: 0.9 });
  await field(page).fill('');
  await expect(badge(page, group.name)).toHaveCount(0);

  await wheel(page, -300, 4);
  await settled(page);
  const watch = await watchMessages(page);
  await group.say('second live one');
  await group.say('third live one');
  await expect(jump(page)).toHaveAccessibleName('Jump to the latest message, 2 new');
  expect(await watch.stop()).toMatchObject(still);
  await jump(page).click();
  await expect(article(page, 'third live one')).toBeInViewport();
  await expect(jump(page)).toHaveCount(0);
});

test('a link opens its message in the middle, wherever one is, and the way back leads to the end', async ({
  browse,
  server,
}) => {
  await using group = await longGroup(server, 'Linked', 1_500);
  const page = await browse();
  await signIn(page, maya);
  await page.goto(`/c/${group.id}?m=200`);
  const pointedOut = (seq: number) => messages(page).locator('[data-pointed-out]', { hasText: line(seq) });
  const isShown = async (seq: number) => {
    await expect(pointedOut(seq)).toBeInViewport();
    await expect.poll(() => heightOf(page, line(seq))).toBeCloseTo(0.5, 1);
  };
  await isShown(200);
  await expect(pointedOut(200)).toHaveCount(0);

  await jump(page).click();
  await expect(article(page, line(1500))).toBeInViewport();
  await expect(jump(page)).toHaveCount(0);
  // Far away, near by, and where one was before.
  for (const seq of [700, 705, 200, 1_495, 1_000]) {
    await follow(page, `/c/${group.id}?m=${seq}`);
    await isShown(seq);
  }
  // Twice the same, with a look elsewhere between.
  await wheel(page, -400, 5);
  await follow(page, `/c/${group.id}`);
  await follow(page, `/c/${group.id}?m=1000`);
  await isShown(1_000);
  // Two in one go: the later one wins.
  await follow(page, `/c/${group.id}?m=50`);
  await follow(page, `/c/${group.id}?m=1200`);
  await isShown(1_200);
});

test('an own message is shown at the end at once, and stays the same when it is stored', async ({
  browse,
  server,
}) => {
  await using group = await longGroup(server, 'Own', 900);
  const page = await browse();
  await signIn(page, maya);
  await page.goto(`/c/${group.id}?m=100`);
  await expect(article(page, line(100))).toBeInViewport();
  const held: (() => Promise<void>)[] = [];
  await page.route(/message\.send/, (route) => {
    held.push(() => route.continue());
  });
  await say(page, 'from the past');
  await expect(article(page, 'from the past')).toBeInViewport();
  await expect(article(page, 'from the past')).toContainText('Sending');
  await article(page, 'from the past').evaluate((element) => element.setAttribute('data-witness', 'it'));
  // What others write comes before what is not stored yet.
  await group.say('meanwhile');
  await expect(article(page, 'meanwhile')).toBeInViewport();
  await expect(article(page, 'from the past')).toBeInViewport();
  const watch = await watchMessages(page);
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.();
  await expect(article(page, 'from the past')).toContainText('Sent');
  await expect(messages(page).locator('[data-witness]')).toContainText('from the past');
  expect(await watch.stop()).toMatchObject(still);
  await expect(messages(page).getByRole('article').last()).toContainText('from the past');
});

test('500 messages that arrive meanwhile move nothing, are counted, and are all there', async ({
  browse,
  server,
}) => {
  await using group = await longGroup(server, 'Crowd', 400);
  const page = await browse();
  await signIn(page, maya);
  await row(page, group.name).click();
  await expect(article(page, line(400))).toBeInViewport();
  await wheel(page, -400, 6);
  await settled(page);
  const watch = await watchMessages(page);
  const told = await group.sayMany(500, 'shout');
  expect(told).toHaveLength(500);
  await expect(jump(page)).toHaveAccessibleName('Jump to the latest message, 500 new');
  expect(await watch.stop()).toMatchObject(still);

  await jump(page).click();
  await expect(said(page, told.at(-1) ?? '')).toBeInViewport();
  const passed = new Set<string>();
  while (![...passed].some((words) => words.startsWith(line(400)))) {
    const shown = await messages(page).locator('.vc-bubble-text').allTextContents();
    for (const words of shown.toReversed()) passed.add(words);
    await page.mouse.wheel(0, -500);
    await page.waitForTimeout(60);
  }
  expect([...passed].filter((words) => words.startsWith('shout')).toReversed()).toEqual(told);
});

test('a message that changes keeps the end, or the place, of who reads', async ({ browse, server }) => {
  await using group = await longGroup(server, 'Edited', 200);
  const page = await browse();
  await signIn(page, maya);
  const longer = 'and more words than it had before, '.repeat(12);
  const early = await group.say('early and short');
  await group.sayMany(60, 'between');
  const last = await group.say('last and short');
  await row(page, group.name).click();
  await jump(page).click();
  await expect(article(page, 'last and short')).toBeInViewport();
  await group.jonas.api.message.edit.mutate({ messageId: last, content: `last ${longer}` });
  await expect(article(page, `last ${longer}`)).toBeInViewport({ ratio: 1 });
  await expect(jump(page)).toHaveCount(0);

  // Seen once, and far above now.
  await expect(async () => {
    await wheel(page, -300, 1);
    await expect(article(page, 'early and short')).toBeInViewport({ timeout: 1 });
  }).toPass({ intervals: [0] });
  await jump(page).click();
  await expect(article(page, `last ${longer}`)).toBeInViewport();
  await settled(page);
  const watch = await watchMessages(page);
  await group.jonas.api.message.edit.mutate({ messageId: early, content: `early ${longer}` });
  await page.waitForTimeout(500);
  expect(await watch.stop()).toMatchObject(still);
  const up = await watchMessages(page);
  await wheelOn(page, -100, 45);
  await settled(page);
  const { moves, cuts } = await up.stop();
  expect({ moved: sum(moves), cuts }).toEqual({ moved: 4_500, cuts: 0 });
});

test('a message that was refused says why, and can be mended, tried again and taken back', async ({
  browse,
  address,
}) => {
  const leo = await elsewhere(address, 'leo@example.com');
  const page = await browse();
  await signIn(page, 'yuki@example.com');
  const { users } = await leo.api.user.search.query({ query: '田中' });
  const userId = users[0]?.id ?? 0;
  const { id } = await leo.api.conversation.create.mutate({ type: 'direct', userId });
  await leo.api.user.block.mutate({ userId });
  await page.goto(`/c/${id}`);
  await say(page, 'can you hear me?');
  const refused = article(page, 'can you hear me?');
  await expect(refused.getByRole('alert')).toContainText(/\w/);
  await expect(refused).toHaveAccessibleName(/Not sent/);

  await refused.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Edit message')).toHaveValue('can you hear me?');
  await page.getByLabel('Edit message').fill('hello?');
  await page.keyboard.press('Enter');
  await expect(article(page, 'hello?').getByRole('alert')).toBeVisible();
  await say(page, 'never mind');
  await expect(article(page, 'never mind').getByRole('alert')).toBeVisible();
  await article(page, 'never mind').getByRole('button', { name: 'Discard' }).click();
  await expect(article(page, 'never mind')).toHaveCount(0);

  await leo.api.user.unblock.mutate({ userId });
  await article(page, 'hello?').getByRole('button', { name: 'Try again' }).click();
  await expect(article(page, 'hello?').getByRole('alert')).toHaveCount(0);
  await expect(article(page, 'hello?')).toHaveAccessibleName(/Sent|Delivered/);
  await leo.close();
});

test('the keyboard goes through all of it', async ({ browse, server }) => {
  await using group = await longGroup(server, 'By keys', 400);
  const page = await browse();
  await signIn(page, maya);
  await row(page, group.name).click();
  await expect(article(page, line(400))).toBeInViewport();
  await expect(field(page)).toBeFocused();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const isFocused = (words: string) => expect.poll(focused).toContain(words);
  const isSeen = (words: string) => expect(article(page, words)).toBeInViewport({ ratio: 0.9 });

  await page.keyboard.press('Shift+Tab');
  await isFocused(line(400));
  // One stop: before it is what stands above the messages, after it where one writes.
  await page.keyboard.press('Tab');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  for (let seq = 399; seq >= 340; seq--) await page.keyboard.press('ArrowUp');
  await isFocused(line(340));
  await isSeen(line(340));
  await page.keyboard.press('ArrowDown');
  await isFocused(line(341));

  await page.keyboard.press('Home');
  await expect.poll(focused).not.toContain(line(341));
  const first = /line (\d+)\./.exec(await focused())?.[1];
  expect(Number(first)).toBeLessThanOrEqual(301);
  // Older ones come meanwhile: it stays on the row.
  await settled(page);
  expect(await focused()).toContain(`line ${first}.`);
  await isSeen(`line ${first}.`);
  await page.keyboard.press('ArrowUp');
  await isFocused(`line ${Number(first) - 1}.`);
  await page.keyboard.press('End');
  await isFocused(line(400));
  await isSeen(line(400));

  const menu = page.getByRole('menu', { name: 'Message actions' });
  for (const key of ['Enter', 'ContextMenu', 'Shift+F10']) {
    await page.keyboard.press(key);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await isFocused(line(400));
  }
  // The focused row stays where the focus is, however far the screen goes.
  await wheel(page, -800, 10);
  await expect(article(page, line(400))).not.toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await isFocused(line(399));
  await isSeen(line(399));
});

test('who goes quickly between two conversations sees each one’s messages', async ({ browse, server }) => {
  await using first = await longGroup(server, 'Harbour', 300);
  await using second = await longGroup(server, 'Meadow', 300);
  await first.sayMany(20, 'here');
  await second.sayMany(20, 'there');
  const page = await browse();
  await signIn(page, maya);
  await expect(row(page, 'Meadow')).toBeVisible();
  await page.evaluate(
    async (paths) => {
      for (let turn = 0; turn < 100; turn++) {
        history.pushState(null, '', paths[turn % 2]);
        await new Promise((done) => setTimeout(done, turn % 7 === 0 ? 120 : 15));
      }
    },
    [`/c/${first.id}`, `/c/${second.id}`],
  );
  await expect(
    messages(page)
      .getByText(/^there \d+\.$/)
      .first(),
  ).toBeInViewport();
  await expect(messages(page).getByText(/^here \d+\.$/)).toHaveCount(0);
  await row(page, 'Harbour').click();
  await expect(
    messages(page)
      .getByText(/^here \d+\.$/)
      .first(),
  ).toBeInViewport();
  await expect(messages(page).getByText(/^there \d+\.$/)).toHaveCount(0);
});

test('a conversation that one comes back to stands at its end, where what is new begins, or where a link leads', async ({
  browse,
  server,
}) => {
  await using first = await longGroup(server, 'Orchard', 300);
  await using second = await longGroup(server, 'Quarry', 300);
  const page = await browse();
  await signIn(page, maya);
  await row(page, first.name).click();
  await wheel(page, -300, 4);
  await expect(jump(page)).toBeVisible();
  await row(page, second.name).click();
  await expect(article(page, line(300))).toBeInViewport();
  await expect(messages(page)).toHaveCount(1);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('for the second');
  await row(page, first.name).click();
  await expect(article(page, line(300))).toBeInViewport();
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
  await expect(jump(page)).toHaveCount(0);
  // The list that is out of sight is out of the keyboard's way, too.
  await page.keyboard.press('Shift+Tab');
  await expect(messages(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator(':focus')).toBeVisible();
  await expect(messages(page).locator(':focus')).toHaveCount(0);
  await expect(page.locator('[aria-hidden="true"] :focus')).toHaveCount(0);

  await row(page, second.name).click();
  await expect(field(page)).toHaveValue('for the second');
  const [firstNew = ''] = await first.sayMany(40, 'meanwhile');
  await expect(badge(page, first.name)).toHaveText('40');
  await row(page, first.name).click();
  await expect(divider(page)).toBeInViewport();
  await expect(said(page, firstNew)).toBeInViewport();
  await expect(badge(page, first.name)).not.toHaveText('40');
  await jump(page).click();
  await expect(badge(page, first.name)).toHaveCount(0);

  await row(page, second.name).click();
  await row(page, first.name).click();
  await expect(jump(page)).toHaveCount(0);
  await expect(divider(page)).toHaveCount(0);

  await row(page, second.name).click();
  await page.evaluate((path) => history.pushState(null, '', path), `/c/${first.id}?m=50`);
  await expect(article(page, line(50))).toBeInViewport();
});

test('everything is loaded anew, and the one who reads notices nothing', async ({ browse, server }) => {
  await using group = await longGroup(server, 'Anew', 1_500);
  const page = await browse();
  let reset = () => {};
  await page.routeWebSocket(/trpc/, (socket) => {
    const toServer = socket.connectToServer();
    let streamId = 0;
    socket.onMessage((message) => {
      const call = /"id":(\d+).*"path":"sync\.stream"/s.exec(String(message));
      if (call) streamId = Number(call[1]);
      toServer.send(message);
    });
    reset = () => {
      const data = { id: 'x', data: { type: 'reset' } };
      socket.send(JSON.stringify({ id: streamId, result: { type: 'data', id: 'x', data } }));
    };
  });
  await signIn(page, maya);
  await page.goto(`/c/${group.id}?m=700`);
  await expect(article(page, line(700))).toBeInViewport();
  await wheel(page, -300, 6);
  await settled(page);
  await page.waitForTimeout(600);
  const loads: string[] = [];
  page.on('request', (request) => loads.push(request.url()));
  const watch = await watchMessages(page);
  reset();
  await expect.poll(() => loads.filter((url) => url.includes('conversation.list')).length).toBe(1);
  await page.waitForTimeout(1_500);
  expect(loads.some((url) => url.includes('message.list'))).toBe(true);
  expect(await watch.stop()).toMatchObject(still);
  await group.say('after all of it');
  await jump(page).click();
  await expect(article(page, 'after all of it')).toBeInViewport();
});

test('what goes by too fast to be read is only outlined, and is there where it stops', async ({
  browse,
  server,
}) => {
  await using group = await longGroup(server, 'Going by', 400);
  const page = await browse(`/c/${group.id}`);
  await signIn(page, maya);
  await expect(article(page, line(400))).toBeVisible();
  await wheelOn(page, -400, 20);
  const outlined = await page.evaluate(async () => {
    const scroller = document.querySelector('.vc-messages:not([aria-hidden="true"]) > .vc-messages-scroller');
    let most = 0;
    for (let frame = 0; scroller && frame < 6; frame++) {
      scroller.scrollTop += (frame % 2 ? -4 : 4) * scroller.clientHeight;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      most = Math.max(most, scroller.querySelectorAll('.vc-passing').length);
    }
    return most;
  });
  expect(outlined).toBeGreaterThan(2);
  await expect(messages(page).locator('.vc-passing')).toHaveCount(0);
  expect(await shownCount(page)).toBeGreaterThan(2);
  await settled(page);
});
