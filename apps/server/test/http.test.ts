import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { limits } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer, type TestUser } from '../src/testing/start-test-server.ts';
import { httpClient, refusal } from './clients.ts';

const lines: string[] = [];
const resources = new AsyncDisposableStack();
let server: TestServer;
let ana: TestUser;

beforeAll(async () => {
  const web = resources.use(await mkdtempDisposable(join(tmpdir(), 'vibe-web-')));
  await mkdir(join(web.path, 'assets'));
  await writeFile(join(web.path, 'index.html'), '<title>Vibe Chat</title>');
  await writeFile(join(web.path, 'assets/app-1a2b.js'), 'export {}');
  await writeFile(join(web.path, 'assets/app-1a2b.js.gz'), gzipSync('export {}'));
  await writeFile(join(web.path, 'icon.svg'), '<svg/>');
  const database = resources.use(await createTestDatabase('pglite'));
  const options = { database, webDirectory: web.path, allowedOrigins: ['https://app.example.com'] };
  server = resources.use(await startTestServer({ ...options, log: { write: (line) => lines.push(line) } }));
  ana = await server.signUp('Ana');
});
afterAll(() => resources.disposeAsync());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('calls', () => {
  test('a batch is answered call by call', async () => {
    const trpc = httpClient(server, ana.accessToken);
    const [me, list, nobody] = await Promise.allSettled([
      trpc.auth.me.query(),
      trpc.conversation.list.query({}),
      trpc.user.byId.query({ userId: 999 }),
    ]);
    expect(me).toMatchObject({ status: 'fulfilled', value: { user: { id: ana.user.id }, scopes: [] } });
    expect(list).toMatchObject({ status: 'fulfilled', value: { conversations: [], nextKey: null } });
    expect(nobody).toMatchObject({ status: 'rejected', reason: { data: { chat: { code: 'NOT_FOUND' } } } });
  });

  test('without a token, or with a wrong one, are UNAUTHENTICATED', async () => {
    for (const token of [undefined, 'nonsense', `${ana.accessToken}x`]) {
      const refused = await refusal(httpClient(server, token).auth.me.query());
      expect(refused).toMatchObject({ code: 'UNAUTHENTICATED', httpStatus: 401 });
    }
  });

  test('with a wrong input name each field and its limit', async () => {
    const trpc = httpClient(server, ana.accessToken);
    const content = 'x'.repeat(limits.contentChars + 1);
    const input = { conversationId: 0, clientId: crypto.randomUUID(), content };
    expect(await refusal(trpc.message.send.mutate(input))).toMatchObject({
      code: 'BAD_INPUT',
      httpStatus: 400,
      message: 'conversationId must be at least 1',
      fields: {
        conversationId: 'conversationId must be at least 1',
        content: 'content must be at most 10,000 characters long',
      },
    });
  });

  test('to streams are sent to the socket', async () => {
    const response = await get('/trpc/sync.stream', { authorization: `Bearer ${ana.accessToken}` });
    expect(await response.text()).toContain('"code":"WRONG_TRANSPORT"');
  });

  test('that are no JSON, too large, too many or of the wrong method get an answer, not a stack trace', async () => {
    const tooMany = Array(limits.batchCalls + 1)
      .fill('auth.me')
      .join(',');
    const answers = await Promise.all([
      post('/trpc/auth.signIn', '{'),
      post('/trpc/auth.signIn', `"${'x'.repeat(limits.frameBytes)}"`),
      get(`/trpc/${tooMany}?batch=1&input={}`),
      get('/trpc/auth.refresh'),
      get('/trpc/no.such'),
      get('/trpc/%ff'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 413, 400, 405, 404, 400]);
    for (const answer of answers) {
      const text = await answer.text();
      expect(text).toContain('"chat":{"code":');
      expect(text).not.toContain('node_modules');
    }
  });
});

describe('pages of other origins', () => {
  test('are refused with 403 and a line in the log', async () => {
    const response = await post('/trpc/auth.refresh', '', { origin: 'https://evil.example.com' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { data: { chat: { code: 'FORBIDDEN' } } } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(lines.some((line) => line.includes('https://evil.example.com'))).toBe(true);
  });

  test('may call when they are allowed, without cookies', async () => {
    const origin = 'https://app.example.com';
    const preflight = await fetch(`${server.url}/trpc/auth.me`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const response = await get('/trpc/auth.me', { origin, authorization: `Bearer ${ana.accessToken}` });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('the web client', () => {
  test('keeps its hashed files for good, and asks for the rest each time', async () => {
    const asset = await get('/assets/app-1a2b.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/icon.svg']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('is sent compressed where the build has made a compressed copy', async () => {
    const asset = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect(asset.headers.get('vary')).toContain('accept-encoding');
    expect(await asset.text()).toBe('export {}');
    const plain = await get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('gets its page for the paths of its router, and for nothing else', async () => {
    const accept = { accept: 'text/html,*/*' };
    const page = await get('/conversations/7?x=1', accept);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    for (const path of ['/assets/gone.js', '/assets/gone', '/gone.png', '/trpc']) {
      expect((await get(path, accept)).status).toBe(404);
    }
    expect((await get('/conversations/7')).status).toBe(404);
  });

  test('runs no script but its own', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("object-src 'none'");
  });
});

test('it says whether it runs, and whether it is ready', async () => {
  expect((await get('/health')).status).toBe(200);
  expect(await (await get('/ready')).json()).toEqual({ status: 'ready' });
});

test('the log has a line for each request, and no secret, no query and no input', async () => {
  lines.length = 0;
  await post(
    '/trpc/auth.signIn?secret=query',
    JSON.stringify({ email: 'a@example.com', password: 'hunter2hunter2' }),
  );
  await get('/trpc/user.search?input=%7B%22query%22%3A%22private%22%7D', {
    authorization: `Bearer ${ana.accessToken}`,
  });
  const requests = lines.map((line): unknown => JSON.parse(line));
  expect(requests).toContainEqual(
    expect.objectContaining({
      path: '/trpc/auth.signIn',
      method: 'POST',
      status: 401,
      reqId: expect.any(String),
    }),
  );
  for (const secret of ['query=', 'private', 'hunter2', ana.accessToken])
    expect(lines.join()).not.toContain(secret);
});
