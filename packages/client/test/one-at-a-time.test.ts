import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionTokens } from '../src/index.ts';
import { oneAtATime } from '../src/locks/one-at-a-time.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work whose end is up to the test, and how many are at it at once. */
function work() {
  const finish: (() => void)[] = [];
  let underWay = 0;
  let most = 0;
  const begin = async (): Promise<number> => {
    most = Math.max(most, ++underWay);
    await new Promise<void>((resolve) => finish.push(resolve));
    underWay -= 1;
    return finish.length;
  };
  return { begin, finish, most: () => most };
}

describe('what is done by one at a time', () => {
  it('waits for the one before', async () => {
    const { begin, finish, most } = work();
    const all = Promise.all([oneAtATime('waits', begin), oneAtATime('waits', begin)]);
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    finish[0]?.();
    await vi.waitFor(() => expect(finish).toHaveLength(2));
    finish[1]?.();
    expect(await all).toEqual([1, 2]);
    expect(most()).toBe(1);
  });

  it('fails as its work does, which is not done again', async () => {
    const failing = vi.fn(() => Promise.reject(new Error('No.')));
    await expect(oneAtATime('fails', failing)).rejects.toThrow('No.');
    expect(failing).toHaveBeenCalledTimes(1);
    expect(await oneAtATime('fails', async () => 'next')).toBe('next');
  });

  it('does not wait for ever for a tab that sleeps', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const asleep = navigator.locks.request('sleeps', () => new Promise(() => {}));
    asleep.catch(() => {});
    expect(await oneAtATime('sleeps', async () => 'done')).toBe('done');
  });

  it('is done at once where there are no locks', async () => {
    vi.stubGlobal('navigator', undefined);
    const { begin, finish, most } = work();
    const all = Promise.all([oneAtATime('none', begin), oneAtATime('none', begin)]);
    for (const end of finish) end();
    await all;
    expect(most()).toBe(2);
  });
});

describe('two tabs of one session', () => {
  it('refresh their tokens one after the other', async () => {
    const answers: (() => void)[] = [];
    vi.stubGlobal('fetch', async () => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return Response.json({
        error: { code: -32_001, message: 'Sign in first.', data: { chat: { code: 'UNAUTHENTICATED' } } },
      });
    });
    const url = 'https://chat.example/trpc';
    const tabs = [sessionTokens({ url }), sessionTokens({ url })];
    const restored = Promise.all(tabs.map((tab) => tab.restore()));
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    expect(await restored).toEqual([null, null]);
  });
});
