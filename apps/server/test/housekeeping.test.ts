import { createTestDatabase } from '@vibe/db/testing';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startTestServer, testPassword } from '../src/testing/start-test-server.ts';

const dayMs = 24 * 60 * 60_000;

test('P30: a session that expired long ago is deleted, not one that may still be spoken of', async () => {
  await using database = await createTestDatabase('pglite');
  const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
  await using server = await startTestServer({ database, clock, housekeepingIntervalMs: 20 });
  const { chat, stores } = server;
  const { user, caller } = await server.signUp('Ann');
  const other = await chat.signIn({ email: user.email ?? '', password: testPassword }, 'test');
  const isKept = async () => (await stores.sessions.byId(caller.sessionId)) !== null;

  // Signed out of: its row goes no sooner than if it had just expired.
  await chat.signOut(caller);
  clock.ahead = 30 * dayMs + 6 * dayMs;
  expect(await chat.forgetExpiredSessions(new AbortController().signal)).toBe(0);
  expect(await isKept()).toBe(true);

  clock.ahead += 1.5 * dayMs;
  await expect.poll(isKept).toBe(false);
  await expect(chat.refresh(other.refreshToken)).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED' } });
  expect(await stores.users.byId(user.id)).not.toBeNull();
});

test('the embedded database, which never looks by itself, is told to count what is in its tables', async () => {
  await using database = await createTestDatabase('pglite');
  const client = new pg.Client(database.connection);
  await client.connect();
  const people = async () => {
    const { rows } = await client.query(
      `SELECT reltuples AS count FROM pg_class WHERE oid = '"user"'::regclass`,
    );
    return rows[0]?.count;
  };
  // Never counted.
  expect(await people()).toBe(-1);
  await using server = await startTestServer({ database, housekeepingIntervalMs: 20 });
  await server.signUp('Ann');
  await expect.poll(people).toBe(1);
  await client.end();
});
