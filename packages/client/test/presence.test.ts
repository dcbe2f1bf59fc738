import { limits } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSync } from '../src/sync/create-sync.ts';
import { createFakeApi } from '../src/testing/fake-api.ts';

function openScreen() {
  const { api, streams } = createFakeApi({});
  const life = new AbortController();
  const { sync } = createSync(api, life.signal);
  const open = () => streams.filter(({ isOpen }) => isOpen);
  return {
    sync,
    open,
    streams,
    inputs: () => open().map(({ input }) => input),
    tellOnline: (...userIds: number[]) =>
      open()[0]?.show({
        type: 'presence.changed',
        presences: userIds.map((userId) => ({ userId, status: 'online', lastSeenAt: null })),
      }),
    shown: () => [...sync.getState().presences.keys()],
    settle: () => vi.advanceTimersByTimeAsync(1_000),
    [Symbol.dispose]: () => life.abort(),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('presence', () => {
  it('is one stream for all who follow somebody', async () => {
    using screen = openScreen();
    screen.sync.followPresence([3, 1]);
    screen.sync.followPresence([2, 1]);
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.inputs()).toEqual([{ userIds: [1, 2, 3] }]);
    screen.sync.followPresence([4]);
    await screen.settle();
    expect(screen.inputs()).toEqual([{ userIds: [1, 2, 3, 4] }]);
    screen.tellOnline(1, 4);
    expect(screen.shown()).toEqual([1, 4]);
  });

  it('changes its stream once for many changes, and not at all where nobody is new', async () => {
    using screen = openScreen();
    screen.sync.followPresence([1]);
    await screen.settle();
    for (let userId = 2; userId < 50; userId++) screen.sync.followPresence([userId])();
    screen.sync.followPresence([1]);
    await screen.settle();
    expect(screen.streams).toHaveLength(1);
    for (let userId = 2; userId < 50; userId++) screen.sync.followPresence([userId]);
    await screen.settle();
    expect(screen.streams).toHaveLength(2);
    expect(screen.open()).toHaveLength(1);
  });

  it('is not shown any more of people whom nobody follows', async () => {
    using screen = openScreen();
    const people = [1, 2];
    const endFirst = screen.sync.followPresence(people);
    const endSecond = screen.sync.followPresence(people);
    screen.sync.followPresence([3]);
    await screen.settle();
    screen.tellOnline(1, 3);
    endFirst();
    endFirst();
    await screen.settle();
    expect(screen.shown()).toEqual([1, 3]);
    endSecond();
    await screen.settle();
    expect(screen.shown()).toEqual([3]);
    expect(screen.inputs()).toEqual([{ userIds: [3] }]);
  });

  it('closes the stream with the last who follows', async () => {
    using screen = openScreen();
    const end = screen.sync.followPresence([1]);
    await screen.settle();
    end();
    await screen.settle();
    expect(screen.open()).toEqual([]);
  });

  it('is of no more people than a stream may follow, those who were asked for last first', async () => {
    using screen = openScreen();
    screen.sync.followPresence(Array.from({ length: limits.presenceUsers }, (_, index) => index + 1));
    screen.sync.followPresence([900, 901]);
    await screen.settle();
    const expected = Array.from({ length: limits.presenceUsers - 2 }, (_, index) => index + 1);
    expect(screen.inputs()).toEqual([{ userIds: [...expected, 900, 901] }]);
  });

  it('ends with the client', async () => {
    using screen = openScreen();
    screen.sync.followPresence([1]);
    await screen.settle();
    screen.sync.followPresence([2]);
    screen[Symbol.dispose]();
    await screen.settle();
    expect(screen.open()).toEqual([]);
    expect(screen.streams).toHaveLength(1);
  });
});
