import { rates } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { scaleRates } from '../src/limits/rate-limits.ts';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { httpClient, refusal } from './clients.ts';
import { RawSocket, upgradeStatus } from './raw-socket.ts';

test('a user who calls too often is told how long to wait, over both transports', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({
    database,
    rates: { callsPerUser: { points: 3, seconds: 60 } },
  });
  const ana = await server.signUp('Ana');
  const leo = await server.signUp('Leo');
  const trpc = httpClient(server, ana.accessToken);
  for (let call = 0; call < 3; call += 1) await trpc.auth.me.query();
  const refused = await refusal(trpc.auth.me.query());
  expect(refused).toMatchObject({ code: 'RATE_LIMITED', httpStatus: 429 });
  expect(refused.retryAfterMs).toBeGreaterThan(0);
  expect(refused.retryAfterMs).toBeLessThanOrEqual(60_000);
  expect((await httpClient(server, leo.accessToken).auth.me.query()).user.id).toBe(leo.user.id);

  using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
  socket.call(1, 'query', 'auth.me');
  await expect.poll(() => socket.frames[0]?.error?.data.chat.code).toBe('RATE_LIMITED');
});

test('guessing a password is slow, even from many addresses', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({
    database,
    rates: { signInsPerEmail: { points: 2, seconds: 60 } },
  });
  const { user } = await server.signUp('Ana');
  const guess = () => httpClient(server).auth.signIn.mutate({ email: user.email ?? '', password: 'guess' });
  expect(await refusal(guess())).toMatchObject({ code: 'WRONG_CREDENTIALS', httpStatus: 401 });
  expect(await refusal(guess())).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect(await refusal(guess())).toMatchObject({ code: 'RATE_LIMITED' });
});

test('an address that opens too many sockets gets 429 before anything it sends is read', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({
    database,
    rates: { connectionsPerAddress: { points: 1, seconds: 60 } },
  });
  const ana = await server.signUp('Ana');
  using _first = await RawSocket.open(server.wsUrl, ana.accessToken);
  expect(await upgradeStatus(server.wsUrl, {})).toBe(429);
});

test('a socket that floods is closed with 4429', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({
    database,
    rates: { callsPerAddress: { points: 20, seconds: 60 } },
  });
  const ana = await server.signUp('Ana');
  using socket = await RawSocket.open(server.wsUrl, ana.accessToken);
  for (let frame = 0; frame < 30; frame += 1) socket.send('{');
  expect((await socket.closed).code).toBe(4429);
});

test('a factor is for every rate, in the same time, and leaves everybody at least one', () => {
  const scaled = scaleRates(rates, 2);
  expect(Object.keys(scaled)).toEqual(Object.keys(rates));
  expect(scaled.sendsPerUser).toEqual({ points: 600, seconds: 60 });
  expect(scaleRates(rates, 0.01).signInsPerEmail.points).toBe(1);
});
