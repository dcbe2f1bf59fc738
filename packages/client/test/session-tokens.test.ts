import type { Profile } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionTokens } from '../src/index.ts';

const lifetimeSeconds = 600;

const base64 = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll('=', '');
/** As the server's clock has it, which is hours behind. */
const jwt = (name: string): string =>
  `${base64({ alg: 'HS256' })}.${base64({ name, iat: 1_000, exp: 1_000 + lifetimeSeconds })}.signature`;

const profile = (id: number): Profile => ({
  id,
  fullName: 'Ada',
  avatarUrl: null,
  role: 'client',
  isDeactivated: false,
  version: 1,
  email: 'ada@example.com',
});
const signedIn = (name: string, userId = 1) => ({
  result: { data: { user: profile(userId), accessToken: jwt(name), expiresAt: '1970-01-01T00:26:40.000Z' } },
});
const refused = {
  error: { code: -32_001, message: 'Sign in first.', data: { chat: { code: 'UNAUTHENTICATED' } } },
};

type Answer = ReturnType<typeof signedIn> | typeof refused | 'unreachable';

/** Tokens of a session, and what the server answers to each call in turn. */
function openTokens(answers: Answer[]) {
  const paths: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    paths.push(new URL(url).pathname.replace('/trpc/', ''));
    const answer = answers.shift();
    if (answer === undefined || answer === 'unreachable') throw new TypeError('fetch failed');
    return Response.json(answer);
  });
  const tokens = sessionTokens({ url: 'https://chat.example/trpc' });
  const onSignedOut = vi.fn();
  tokens.onSignedOut(onSignedOut);
  return { tokens, paths, onSignedOut };
}
const credentials = { email: 'ada@example.com', password: 'correct horse' };
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the tokens of a session', () => {
  it('come back after a reload by the cookie', async () => {
    const { tokens, paths } = openTokens([signedIn('a')]);
    expect(await tokens.restore()).toEqual(profile(1));
    expect(await tokens.token()).toBe(jwt('a'));
    expect(paths).toEqual(['auth.refresh']);
  });

  it('are none where nobody is signed in', async () => {
    const { tokens, onSignedOut } = openTokens([refused, refused]);
    expect(await tokens.restore()).toBeNull();
    expect(await tokens.token()).toBeNull();
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  it('are renewed before they end, whatever the clock here says', async () => {
    const { tokens } = openTokens([signedIn('a'), signedIn('b')]);
    await tokens.signIn(credentials);
    await pass(lifetimeSeconds / 2);
    expect(await tokens.token()).toBe(jwt('a'));
    await pass(lifetimeSeconds * 0.4);
    expect(await tokens.token()).toBe(jwt('b'));
  });

  it('are renewed once for all who ask', async () => {
    const { tokens, paths } = openTokens([signedIn('a'), signedIn('b')]);
    await tokens.signIn(credentials);
    tokens.refuse(jwt('a'));
    const given = await Promise.all([tokens.token(), tokens.token(), tokens.token()]);
    expect(given).toEqual([jwt('b'), jwt('b'), jwt('b')]);
    expect(paths).toEqual(['auth.signIn', 'auth.refresh']);
  });

  it('are not renewed because an older one is refused late', async () => {
    const { tokens, paths } = openTokens([signedIn('a'), signedIn('b')]);
    await tokens.signIn(credentials);
    tokens.refuse(jwt('a'));
    await tokens.token();
    tokens.refuse(jwt('a'));
    expect(await tokens.token()).toBe(jwt('b'));
    expect(paths).toEqual(['auth.signIn', 'auth.refresh']);
  });

  it('go on while they are good and the server cannot be reached', async () => {
    const { tokens } = openTokens([signedIn('a'), 'unreachable', 'unreachable', signedIn('b')]);
    await tokens.signIn(credentials);
    await pass(lifetimeSeconds * 0.8);
    expect(await tokens.token()).toBe(jwt('a'));
    await pass(lifetimeSeconds);
    await expect(tokens.token()).rejects.toThrow();
    expect(await tokens.token()).toBe(jwt('b'));
  });

  it('end with the session, and that is told once', async () => {
    const { tokens, onSignedOut } = openTokens([signedIn('a'), refused]);
    await tokens.signIn(credentials);
    tokens.refuse(jwt('a'));
    expect(await tokens.token()).toBeNull();
    expect(await tokens.token()).toBeNull();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });

  it('are judged by the refresh under way, though what they replace is refused once more meanwhile', async () => {
    const { tokens, paths, onSignedOut } = openTokens([signedIn('a'), signedIn('b'), refused]);
    await tokens.signIn(credentials);
    const refreshed = async (token: string) => {
      tokens.refuse(jwt(token));
      const next = tokens.token();
      tokens.refuse(jwt(token));
      return next;
    };
    expect(await refreshed('a')).toBe(jwt('b'));
    expect(await refreshed('b')).toBeNull();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
    expect(paths).toEqual(['auth.signIn', 'auth.refresh', 'auth.refresh']);
  });

  it('end when somebody else has signed in in another tab', async () => {
    const { tokens, onSignedOut } = openTokens([signedIn('a', 1), signedIn('b', 2), signedIn('c', 2)]);
    await tokens.signIn(credentials);
    tokens.refuse(jwt('a'));
    expect(await tokens.token()).toBeNull();
    expect(await tokens.token()).toBeNull();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });
});
