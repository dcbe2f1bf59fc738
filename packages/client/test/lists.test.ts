import type { Conversation, Preference } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyChatState, foldConversation, listedConversations, unreadTotals } from '../src/index.ts';
import { createSync } from '../src/sync/create-sync.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { createFakeApi } from '../src/testing/fake-api.ts';

const day = (number: number) => `2026-02-${String(number).padStart(2, '0')}T00:00:00.000Z`;

/** A conversation, last active on that day, with as many unread messages. */
function told(id: number, fields: Partial<Preference> = {}, unreadCount = 0): Conversation {
  const told = createModel().snapshot();
  const preference = { ...told.preference, conversationId: id, ...fields };
  return { ...told, id, lastActivityAt: day(id), preference, unreadCount };
}
const stateOf = (conversations: Conversation[]) =>
  conversations.reduce((state, each) => foldConversation(state, each, 'listed'), emptyChatState(ownId));

describe('the list', () => {
  const state = stateOf([
    told(1, { pinnedAt: day(20) }),
    told(2),
    told(3, { archivedAt: day(21) }),
    told(4, { pinnedAt: day(22), archivedAt: day(23) }),
    told(5, { pinnedAt: day(19) }),
    told(6),
  ]);
  const ids = (archived: boolean) =>
    listedConversations(state, { archived }).map(({ conversation }) => conversation.id);

  it('has the pinned first, latest pinned first, then by activity, and the archived apart', () => {
    expect(ids(false)).toEqual([1, 5, 6, 2]);
    expect(ids(true)).toEqual([4, 3]);
  });

  it('is the same array for the same conversations', () => {
    const later = { ...state, missingIds: new Set([9]) };
    for (const archived of [true, false]) {
      expect(listedConversations(later, { archived })).toBe(listedConversations(state, { archived }));
    }
  });
});

describe('what is unread in all', () => {
  const state = stateOf([
    told(1, {}, 3),
    told(2, { mutedUntil: day(10) }, 4),
    told(3, { archivedAt: day(1) }, 5),
    told(4, {}, 0),
  ]);

  it('leaves out what is muted now, and what is archived', () => {
    expect(unreadTotals(state, Date.parse(day(9)))).toEqual({ messages: 3, conversations: 1 });
    expect(unreadTotals(state, Date.parse(day(10)))).toEqual({ messages: 7, conversations: 2 });
  });

  it('is the same object until it changes', () => {
    expect(unreadTotals(state, Date.parse(day(8)))).toBe(unreadTotals(state, Date.parse(day(9))));
  });
});

describe('the rest of the list', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A person with that many conversations, listed latest first; keys are places in the list. */
  async function startSync(count: number) {
    const all = Array.from({ length: count }, (_, index) => ({
      ...told(1),
      id: count - index,
      lastActivityAt: new Date(Date.UTC(2026, 5, 1) - index * 1_000).toISOString(),
    }));
    const { api, calls, streams } = createFakeApi({
      'auth.me': () => ({ user: { ...told(1).membership.user, email: null }, scopes: [] }),
      'user.listBlocked': () => [],
      'conversation.list': ({ after = '0', limit = 50 }: { after?: string; limit?: number }) => {
        const end = Number(after) + limit;
        const conversations = all.slice(Number(after), end);
        return { conversations, nextKey: end < count ? String(end) : null, cursor: 'c0' };
      },
    });
    const life = new AbortController();
    const { sync } = createSync(api, life.signal);
    sync.start();
    await vi.advanceTimersByTimeAsync(0);
    return {
      sync,
      streams,
      keys: () => calls.filter(({ path }) => path === 'conversation.list').map(({ input }) => input),
      count: () => sync.getState().chat.conversations.size,
      [Symbol.dispose]: () => life.abort(),
    };
  }

  it('comes by itself, page after page', async () => {
    using client = await startSync(320);
    expect(client.count()).toBe(50);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.count()).toBe(320);
    expect(client.sync.getState().nextKey).toBe(null);
    const pageAt = (after: string) => ({ after, limit: 100 });
    expect(client.keys()).toEqual([{}, pageAt('50'), pageAt('150'), pageAt('250')]);
  });

  it('stops at a thousand, and goes on when it is asked for', async () => {
    using client = await startSync(1_500);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.count()).toBe(1_050);
    await Promise.all([client.sync.loadMoreConversations(), client.sync.loadMoreConversations()]);
    expect(client.count()).toBe(1_150);
    expect(client.keys()).toHaveLength(12);
  });

  it('begins anew after a load of everything', async () => {
    using client = await startSync(320);
    await vi.advanceTimersByTimeAsync(150);
    client.streams[0]?.tell({ type: 'reset' }, 'c1');
    await vi.advanceTimersByTimeAsync(0);
    expect(client.count()).toBe(50);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.count()).toBe(320);
    expect(client.keys()).toHaveLength(6);
  });
});
