import { mkdtempDisposable, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cast, demoPassword } from '../../../prisma/seed.ts';
import { httpClient } from './clients.ts';
import { RawSocket } from './raw-socket.ts';
import { Program, spawnServer } from './spawn-server.ts';

const dataDirectory = () => mkdtempDisposable(join(tmpdir(), 'vibe-data-'));
const wsUrlOf = (url: string) => `${url.replace('http', 'ws')}/trpc`;

const signIn = (url: string, email: string) =>
  httpClient({ url }).auth.signIn.mutate({ email, password: demoPassword });

test('a first start seeds the cast; a second start keeps what was written', { timeout: 60_000 }, async () => {
  await using data = await dataDirectory();
  const DATA_DIR = data.path;
  {
    await using server = await spawnServer({ DATA_DIR });
    for (const { email } of Object.values(cast)) expect(server.output).toContain(email);
    expect(server.output).toContain(demoPassword);
    const maya = httpClient(server, (await signIn(server.url, cast.maya.email)).accessToken);
    const { conversations } = await maya.conversation.list.query({});
    expect(conversations.length).toBeGreaterThanOrEqual(3);
    expect(conversations.every(({ unreadCount }) => unreadCount >= 0)).toBe(true);
    const [first] = conversations;
    const clientId = crypto.randomUUID();
    await maya.message.send.mutate({ conversationId: first?.id ?? 0, clientId, content: 'kept' });
    server.signal('SIGINT');
    expect(await server.exit).toEqual({ code: 0, signal: null });
  }
  expect((await stat(join(DATA_DIR, 'auth-secret'))).mode & 0o777).toBe(0o600);
  expect((await readFile(join(DATA_DIR, 'auth-secret'), 'utf8')).length).toBeGreaterThanOrEqual(32);

  await using again = await spawnServer({ DATA_DIR });
  const { user, accessToken } = await signIn(again.url, cast.maya.email);
  expect(user.id).toBe(1);
  const { conversations } = await httpClient(again, accessToken).conversation.list.query({});
  expect(conversations[0]?.lastMessage?.content).toBe('kept');
});

test('beside a running server, a second start says so and harms nothing', { timeout: 60_000 }, async () => {
  await using data = await dataDirectory();
  await using other = await dataDirectory();
  await using server = await spawnServer({ DATA_DIR: data.path });

  await using second = new Program('main.ts', [], { DATA_DIR: data.path, PORT: '0' });
  expect(await second.exit).toEqual({ code: 1, signal: null });
  expect(second.output).toBe(
    `Vibe Chat is already running at ${server.url}, on this data directory (${data.path}).\n`,
  );

  const { port } = new URL(server.url);
  await using elsewhere = new Program('main.ts', [], { DATA_DIR: other.path, PORT: port, HOST: '127.0.0.1' });
  expect(await elsewhere.exit).toEqual({ code: 1, signal: null });
  expect(elsewhere.output).toContain(`Port ${port} is taken by another program.`);
  expect(elsewhere.output).not.toContain('at ');

  expect((await signIn(server.url, cast.maya.email)).user.fullName).toBe(cast.maya.fullName);
});

test('a service gets its key while the server runs', { timeout: 60_000 }, async () => {
  await using data = await dataDirectory();
  await using server = await spawnServer({ DATA_DIR: data.path });
  const args = ['service:create', '--name', 'Reminders', '--scope', 'users:write', '--days', '2'];
  await using command = new Program('commands/vibe.ts', args, { DATA_DIR: data.path });
  expect(await command.exit).toEqual({ code: 0, signal: null });
  const key = command.output.trim();

  const { user, scopes } = await httpClient(server, key).auth.me.query();
  expect(user).toMatchObject({ fullName: 'Reminders', role: 'service' });
  expect(scopes).toEqual(['users:write']);
  using socket = await RawSocket.open(wsUrlOf(server.url), key);
  socket.call(1, 'query', 'auth.me');
  await expect.poll(() => socket.frames[0]?.result).toBeDefined();

  for (const [wrong, said] of [
    [['service:create'], '--name must'],
    [['service:create', '--name', 'x', '--scope', 'all'], '--scope must be one of users:write'],
    [['service:create', '--name', 'x', '--days', 'many'], '--days must'],
    [['service:create', '--help'], "Unknown option '--help'"],
    [['dance'], 'Commands: service:create.'],
  ] as const) {
    await using refused = new Program('commands/vibe.ts', [...wrong], { DATA_DIR: data.path });
    expect(await refused.exit).toEqual({ code: 1, signal: null });
    expect(refused.output.startsWith(said)).toBe(true);
    expect(refused.output).not.toContain('at ');
  }
});

test('a signal ends it gracefully: sockets are told, and it says goodbye with 0', {
  timeout: 60_000,
}, async () => {
  await using data = await dataDirectory();
  await using server = await spawnServer({ DATA_DIR: data.path });
  const { accessToken } = await signIn(server.url, cast.ana.email);
  using socket = await RawSocket.open(wsUrlOf(server.url), accessToken);
  socket.call(1, 'subscription', 'sync.stream');
  await expect.poll(() => socket.frames.length).toBeGreaterThanOrEqual(3);

  server.signal('SIGTERM');
  expect((await socket.closed).code).toBe(1001);
  expect(socket.frames).toContainEqual({ id: null, method: 'reconnect' });
  expect(await server.exit).toEqual({ code: 0, signal: null });
});

test('under `node --watch`, as `pnpm dev` runs it, it starts as well', { timeout: 60_000 }, async () => {
  await using data = await dataDirectory();
  // What `--watch` sets in the process that it starts. The process then also reports what its threads import.
  await using server = await spawnServer({ DATA_DIR: data.path, WATCH_REPORT_DEPENDENCIES: '1' });
  expect((await signIn(server.url, cast.maya.email)).user.fullName).toBe(cast.maya.fullName);
});
