import { createTestDatabase } from '@vibe/db/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../src/testing/start-test-server.ts';
import { follow, httpClient, refusal, type SyncEvent, socketClient } from './clients.ts';
import { type HostPlatform, startHostPlatform } from './host-platform.ts';

const resources = new AsyncDisposableStack();
let host: HostPlatform;
let server: TestServer;

beforeAll(async () => {
  const database = resources.use(await createTestDatabase('pglite'));
  host = resources.use(await startHostPlatform());
  server = resources.use(await startTestServer({ database, hostIdentity: host.identity }));
});
afterAll(() => resources.disposeAsync());

const me = (token: string) => httpClient(server, token).auth.me.query();

test('a person of the host is made at first sight, and found again by issuer and sub', async () => {
  const claims = { sub: 'u-1', display_name: 'Ana', email: 'ana@example.com', app_role: 'trainer' };
  const first = await me(await host.token(claims));
  expect(first.user).toMatchObject({
    fullName: 'Ana',
    email: 'ana@example.com',
    role: 'trainer',
    version: 1,
  });
  const again = await me(await host.token({ ...claims, jti: 'another' }));
  expect(again.user).toEqual(first.user);
  const renamed = await me(await host.token({ ...claims, display_name: 'Ana S.' }));
  expect(renamed.user).toMatchObject({ id: first.user.id, fullName: 'Ana S.', version: 2 });
});

test('people are never linked by their email', async () => {
  const password = await server.signUp('Leo');
  const email = password.user.email;
  const { user } = await me(await host.token({ sub: 'u-2', email, display_name: 'Leo' }));
  expect(user.id).not.toBe(password.user.id);
});

test('only roles on the list are believed', async () => {
  for (const role of ['admin', 'service', 'god', 7, null]) {
    const { user } = await me(await host.token({ sub: `role-${role}`, app_role: role }));
    expect(user.role).toBe('client');
  }
});

test('a token of another key, issuer or audience, without a subject or too old is wrong', async () => {
  const wrong = [
    await host.forge({ sub: 'u-1' }),
    await host.token({ sub: 'u-1', iss: 'https://other.example.com' }),
    await host.token({ sub: 'u-1', aud: 'shop' }),
    await host.token({}),
    await host.token({ sub: 'u-1' }, -60),
    await host.token({ sub: 'a\0b' }),
  ];
  for (const token of wrong) expect(await refusal(me(token))).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('signing out ends the token and its streams; the next sign-in at the host is good again', async () => {
  const token = await host.token({ sub: 'u-3', jti: 'first' });
  const other = await host.token({ sub: 'u-3', jti: 'second' });
  using socket = socketClient(server, () => token);
  const stream = follow<SyncEvent>(socket.trpc.sync.stream);
  await vi.waitFor(() => expect(stream.events).toHaveLength(2));
  await httpClient(server, token).auth.signOut.mutate();
  await vi.waitFor(() => expect(socket.closed[0]).toBe(4401));
  expect(await refusal(me(token))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect((await me(other)).user.fullName).toBe('u-3');
});

test('somebody who is deactivated stays out, whatever new token they bring', async () => {
  const admin = await server.signUp('Robin', 'admin');
  const { user } = await me(await host.token({ sub: 'u-4' }));
  await server.chat.deactivateUser(admin.caller, { userId: user.id });
  const changed = await host.token({ sub: 'u-4', display_name: 'Somebody else', jti: 'new' });
  expect(await refusal(me(changed))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await server.stores.users.byId(user.id)).toMatchObject({ isDeactivated: true, fullName: 'u-4' });
});

test('there are no passwords beside the host', async () => {
  const { user } = await server.signUp('Mia');
  const input = { email: user.email ?? '', password: 'correct horse battery' };
  expect(await refusal(httpClient(server).auth.signIn.mutate(input))).toMatchObject({ code: 'FORBIDDEN' });
  const signUp = httpClient(server).auth.signUp.mutate({ ...input, fullName: 'Mia' });
  expect(await refusal(signUp)).toMatchObject({ code: 'FORBIDDEN' });
});

test('where the host cannot be asked for its keys, a call may be tried again', async () => {
  await using database = await createTestDatabase('pglite');
  const identity = { ...host.identity, jwksUrl: 'http://127.0.0.1:9/jwks.json' };
  await using cutOff = await startTestServer({ database, hostIdentity: identity });
  const token = await host.token({ sub: 'u-1' });
  expect(await refusal(httpClient(cutOff, token).auth.me.query())).toMatchObject({
    code: 'BUSY',
    httpStatus: 503,
  });
});
