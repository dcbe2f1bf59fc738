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
    streams,
    inputs: () => open().map(({ input }) => input),
    tell(conversationId: number, ...userIds: number[]) {
      for (const { show } of open()) show({ type: 'typing.changed', conversationId, userIds });
    },
    shown: () => [...sync.getState().typing].filter(([, userIds]) => userIds.length > 0),
    [Symbol.dispose]: () => life.abort(),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('typing', () => {
  it('is followed in one conversation, over one stream for all who ask', () => {
    using screen = openScreen();
    const ends = [screen.sync.followTyping(4), screen.sync.followTyping(4)];
    expect(screen.inputs()).toEqual([{ conversationId: 4 }]);
    screen.tell(4, 7);
    ends[0]?.();
    ends[0]?.();
    expect(screen.shown()).toEqual([[4, [7]]]);
    ends[1]?.();
    expect(screen.shown()).toEqual([]);
    expect(screen.inputs()).toEqual([]);
  });

  it('is followed everywhere over one stream, which serves those who ask for one conversation', () => {
    using screen = openScreen();
    const endOne = screen.sync.followTyping(4);
    const endAll = screen.sync.followAllTyping();
    expect(screen.inputs()).toEqual([{}]);
    screen.tell(4, 7);
    screen.tell(5, 8, 9);
    endOne();
    expect(screen.shown()).toEqual([
      [4, [7]],
      [5, [8, 9]],
    ]);
    endAll();
    expect(screen.shown()).toEqual([]);
    expect(screen.inputs()).toEqual([]);
  });

  it('goes back to one conversation when nobody wants all of it any more', () => {
    using screen = openScreen();
    const endAll = screen.sync.followAllTyping();
    screen.sync.followTyping(4);
    screen.tell(5, 8);
    endAll();
    expect(screen.inputs()).toEqual([{ conversationId: 4 }]);
    screen.tell(4, 7);
    expect(screen.shown()).toEqual([[4, [7]]]);
  });

  it('is shown no more once its stream has ended, and followed again', async () => {
    using screen = openScreen();
    screen.sync.followAllTyping();
    screen.tell(5, 8);
    screen.streams[0]?.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.shown()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(screen.inputs()).toEqual([{}]);
  });
});
