import type { Caller, TokenClaims } from '@vibe/chat';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callerCache } from '../src/identity/caller-cache.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const claims = (sessionId: string, userId: number, scopes: TokenClaims['scopes'] = []): TokenClaims => ({
  sessionId,
  userId,
  scopes,
});

/** A cache over a lookup that counts, and whose answer a test decides. */
function openCache() {
  const asked: string[] = [];
  const state = { role: 'client' as Caller['role'] | null };
  const cache = callerCache(async ({ sessionId, userId, scopes }) => {
    asked.push(sessionId);
    return state.role && { userId, role: state.role, scopes, sessionId };
  });
  return { asked, state, ...cache };
}

test('a session is looked up once, and anew after half a minute', async () => {
  const { asked, callerOf } = openCache();
  await callerOf(claims('a', 1));
  await callerOf(claims('a', 1));
  expect(asked).toEqual(['a']);
  vi.advanceTimersByTime(30_000);
  await callerOf(claims('a', 1));
  expect(asked).toEqual(['a', 'a']);
});

test('tokens of one session with other scopes are other callers', async () => {
  const { asked, callerOf } = openCache();
  expect(await callerOf(claims('a', 1))).toMatchObject({ scopes: [] });
  expect(await callerOf(claims('a', 1, ['users:write']))).toMatchObject({ scopes: ['users:write'] });
  expect(asked).toHaveLength(2);
});

test('a session that ended is looked up anew, and no other', async () => {
  const { asked, callerOf, forgetSessions } = openCache();
  for (const id of ['a', 'b']) await callerOf(claims(id, 1));
  forgetSessions(['a', 'unknown']);
  for (const id of ['a', 'b']) await callerOf(claims(id, 1));
  expect(asked).toEqual(['a', 'b', 'a']);
});

test('of a person who changed every session is looked up anew, also where the lookup was under way', async () => {
  const { asked, state, callerOf, forgetUser } = openCache();
  await callerOf(claims('a', 1));
  await callerOf(claims('other', 2));
  const before = callerOf(claims('b', 1));
  forgetUser(1);
  state.role = 'admin';
  expect(await before).toMatchObject({ role: 'client' });
  for (const id of ['a', 'b']) expect(await callerOf(claims(id, 1))).toMatchObject({ role: 'admin' });
  await callerOf(claims('other', 2));
  expect(asked).toEqual(['a', 'other', 'b', 'a', 'b']);
});

test('a refusal is not remembered, nor what claims say of another’s session', async () => {
  const { asked, state, callerOf } = openCache();
  state.role = null;
  expect(await callerOf(claims('a', 1))).toBeNull();
  state.role = 'client';
  expect(await callerOf(claims('a', 1))).toMatchObject({ userId: 1 });
  await callerOf(claims('a', 2));
  await callerOf(claims('a', 2));
  expect(asked).toHaveLength(4);
});
