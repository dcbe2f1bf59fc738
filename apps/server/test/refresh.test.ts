import { createTestDatabase } from '@vibe/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, testPassword } from '../src/testing/start-test-server.ts';

const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const resources = new AsyncDisposableStack();
let server: TestServer;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('pglite'));
  server = resources.use(await startTestServer({ database, clock }));
});
afterAll(() => resources.disposeAsync());

const call = (path: string, cookie: string, body: unknown = undefined) =>
  fetch(`${server.url}/trpc/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** The cookie as a browser would send it back, and the answer's status and body. */
async function answer(response: Promise<Response>) {
  const { headers, status, ...rest } = await response;
  const [line = ''] = headers.getSetCookie();
  return { status, line, cookie: line.split(';')[0] ?? '', rest };
}

async function signIn(): Promise<string> {
  const { user } = await server.signUp('Ana');
  const { cookie } = await answer(call('auth.signIn', '', { email: user.email, password: testPassword }));
  return cookie;
}

test('the refresh token is in a cookie that scripts and other sites do not get, and nowhere else', async () => {
  const { user } = await server.signUp('Ana');
  const response = await call('auth.signIn', '', { email: user.email, password: testPassword });
  const [line = ''] = response.headers.getSetCookie();
  expect(line).toMatch(/; HttpOnly/);
  expect(line).toMatch(/; SameSite=Strict/);
  expect(line).toMatch(/; Path=\/trpc/);
  const secret = line.split(';')[0]?.split('=')[1] ?? '?';
  expect(await response.text()).not.toContain(secret);
});

test('a refresh gives a new access token and the next refresh token', async () => {
  const first = await signIn();
  const second = await answer(call('auth.refresh', first));
  expect(second.status).toBe(200);
  expect(second.cookie).not.toBe(first);
  expect((await answer(call('auth.refresh', second.cookie))).status).toBe(200);
});

test('P30: two tabs that refresh at once get the same successor, and both live on', async () => {
  const first = await signIn();
  const answers = await Promise.all(Array.from({ length: 5 }, () => answer(call('auth.refresh', first))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map(({ cookie }) => cookie)).size).toBe(1);
  expect((await answer(call('auth.refresh', answers[0]?.cookie ?? ''))).status).toBe(200);
});

test('P30: a refresh token used again within 30 s gets the same successor; later it ends the session', async () => {
  const first = await signIn();
  const second = await answer(call('auth.refresh', first));
  clock.ahead += 29_000;
  expect(await answer(call('auth.refresh', first))).toMatchObject({ status: 200, cookie: second.cookie });
  clock.ahead += 2_000;
  expect(await answer(call('auth.refresh', first))).toMatchObject({ status: 401 });
  expect(await answer(call('auth.refresh', second.cookie))).toMatchObject({ status: 401 });
});

test('no cookie, and one that is made up, are answered alike', async () => {
  const made = `vibe_refresh=00000000-0000-4000-8000-000000000000.${'A'.repeat(43)}`;
  for (const cookie of ['', 'vibe_refresh=x', made]) {
    const response = await call('auth.refresh', cookie);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { data: { chat: { code: 'UNAUTHENTICATED' } } } });
  }
});
