import type { DurableEvent } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { refusal, unreachable } from '../src/testing/fake-api.ts';
import { startSync } from '../src/testing/start-sync.ts';

const caughtUp: DurableEvent = { type: 'caughtUp' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the sync', () => {
  it('P24: follows from the cursor of the list, and folds what it is told', async () => {
    using client = await startSync();
    expect(client.stream().input).toEqual({ cursor: 'c0' });
    client.stream().tell(caughtUp, 'c1');
    const [event] = client.model.apply({ do: 'rename' });
    if (event) client.stream().tell(event, 'c2');
    expect(client.sync.getState()).toMatchObject({ connection: 'live', isCaughtUp: true });
    expect(client.name()).toBe(client.model.snapshot().name);
  });

  it('P25: subscribes again from the last cursor when the server ends the stream', async () => {
    using client = await startSync();
    client.stream().tell(caughtUp, 'c7');
    client.stream().end();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.sync.getState()).toMatchObject({ connection: 'offline', isCaughtUp: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.stream().input).toEqual({ cursor: 'c7' });
    client.stream().end(refusal('RATE_LIMITED'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(client.stream().input).toEqual({ cursor: 'c7' });
  });

  it('loads everything again when the cursor is of no use any more', async () => {
    using client = await startSync();
    client.model.apply({ do: 'rename' });
    client.stream().tell({ type: 'reset' }, 'c1');
    await vi.advanceTimersByTimeAsync(0);
    expect(client.name()).toBe(client.model.snapshot().name);
    expect(client.stream().input).toEqual({ cursor: 'c0' });
  });

  it('tries again when the first load fails, and says so', async () => {
    let isUp = false;
    const model = createModel();
    using client = await startSync({
      'conversation.list': () => {
        if (!isUp) throw unreachable();
        return { conversations: [model.snapshot()], nextKey: null, cursor: 'c0' };
      },
    });
    expect(client.sync.getState().connection).toBe('offline');
    isUp = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.group()).toBe(1);
  });

  it('stops when nobody is signed in', async () => {
    using client = await startSync({
      'auth.me': () => {
        throw refusal('UNAUTHENTICATED');
      },
    });
    expect(client.sync.getState().connection).toBe('signedOut');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.streams).toEqual([]);
  });

  it('loads at once when it is told to, while the next try is not due yet', async () => {
    let isUp = false;
    using client = await startSync({
      'conversation.list': () => {
        if (!isUp) throw unreachable();
        return { conversations: [], nextKey: null, cursor: 'c0' };
      },
    });
    expect(client.sync.getState().connection).toBe('offline');
    isUp = true;
    client.sync.loadNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.sync.getState().me).not.toBeNull();
  });

  it('shows a replay in few steps', async () => {
    using client = await startSync();
    let count = 0;
    client.sync.subscribe(() => count++);
    client.stream().tell({ type: 'ready' }, 'c0');
    for (let index = 0; index < 300; index++) {
      for (const event of client.model.apply({ do: 'send', who: 1 })) client.stream().tell(event, 'c0');
    }
    client.stream().tell(caughtUp, 'c1');
    expect(client.sync.getState().chat.conversations.get(1)?.conversation.unreadCount).toBe(300);
    expect(count).toBeLessThan(5);
  });

  it('fetches a conversation that it hears of for the first time', async () => {
    using client = await startSync({
      'conversation.list': () => ({ conversations: [], nextKey: 'more', cursor: 'c0' }),
    });
    client.stream().tell(caughtUp, 'c1');
    const [event] = client.model.apply({ do: 'send', who: 1 });
    if (event) client.stream().tell(event, 'c1');
    await vi.advanceTimersByTimeAsync(0);
    expect(client.sync.getState().chat.conversations.get(1)?.conversation.unreadCount).toBe(1);
  });

  it('does not let an answer undo what happened while it was under way', async () => {
    let answer = (_: unknown) => {};
    using client = await startSync({
      'conversation.list': () => ({ conversations: [], nextKey: null, cursor: 'c0' }),
      'conversation.byId': () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    client.stream().tell(caughtUp, 'c1');
    client.sync.openConversation(1);
    await vi.advanceTimersByTimeAsync(0);
    const old = client.model.snapshot();
    const [event] = client.model.apply({ do: 'rename' });
    if (event) client.stream().tell(event, 'c1');
    answer({ conversation: old, cursor: 'c0' });
    await vi.advanceTimersByTimeAsync(0);
    expect(client.name()).toBe(client.model.snapshot().name);
    expect(client.name()).not.toBe(old.name);
  });

  it('shows that a conversation is not there, and does not ask on and on', async () => {
    using client = await startSync({
      'conversation.byId': () => {
        throw refusal('NOT_FOUND');
      },
    });
    client.sync.openConversation(9);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.sync.getState().chat.absentIds).toEqual(new Set([9]));
    expect(client.calls.filter(({ path }) => path === 'conversation.byId')).toHaveLength(1);
  });

  it('loads the end of an open conversation again when too much happened in it', async () => {
    using client = await startSync();
    client.stream().tell(caughtUp, 'c1');
    client.sync.openConversation(1);
    for (let index = 0; index < 3; index++) client.model.apply({ do: 'send', who: 1 });
    client.stream().tell({ type: 'conversation.truncated', conversationId: 1 }, 'c2');
    await vi.advanceTimersByTimeAsync(0);
    const group = client.sync.getState().chat.conversations.get(1);
    expect(group?.messages).toEqual(client.model.messages());
    expect(group).toMatchObject({ isStale: false, conversation: { lastSeq: 3 } });
  });

  it('loads the end of an open conversation again for whoever was out of it, and not from before', async () => {
    let answer = (_: unknown) => {};
    const first = new Promise((resolve) => {
      answer = resolve;
    });
    const pages = [first];
    const model = createModel();
    const page = () => ({ messages: model.messages(), users: [] });
    model.apply({ do: 'send', who: 1 });
    const start = model.snapshot();
    using client = await startSync({
      'conversation.list': () => ({ conversations: [start], nextKey: null, cursor: 'c0' }),
      'message.list': () => pages.shift() ?? page(),
      'conversation.byId': () => ({ conversation, cursor: 'c0' }),
    });
    const tell = (event: DurableEvent) => client.stream().tell(event, 'c1');
    tell(caughtUp);
    client.sync.openConversation(1);
    const pageFromBefore = page();

    const { membership, ...told } = model.snapshot();
    const gone = { ...membership, leftAt: told.createdAt, version: told.version + 1 };
    const back = { ...membership, joinVersion: told.version + 3, version: told.version + 3 };
    tell({ type: 'participant.removed', participant: gone, participantCount: 2 });
    model.apply({ do: 'edit', message: 0 });
    const participants = told.participants.map((each) => (each.userId === ownId ? back : each));
    const conversation = { ...model.snapshot(), version: back.version, membership: back, participants };
    tell({ type: 'conversation.created', conversation });
    await vi.advanceTimersByTimeAsync(0);
    answer(pageFromBefore);
    await vi.advanceTimersByTimeAsync(0);
    expect(client.sync.getState().chat.conversations.get(1)?.messages).toEqual(model.messages());
  });

  it('asks again, but not without a pause, where an answer is older than what is known', async () => {
    using client = await startSync();
    client.stream().tell(caughtUp, 'c1');
    const { membership, ...told } = client.model.snapshot();
    const back = { ...membership, joinVersion: told.version + 1, version: told.version + 1 };
    const participants = told.participants.map((each) => (each.userId === ownId ? back : each));
    const conversation = { ...told, version: back.version, membership: back, participants };
    client.stream().tell({ type: 'conversation.created', conversation }, 'c1');
    client.stream().tell({ type: 'conversation.truncated', conversationId: 1 }, 'c1');
    await vi.advanceTimersByTimeAsync(60_000);
    const asked = client.calls.filter(({ path }) => path === 'conversation.byId');
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(20);

    client[Symbol.dispose]();
    await vi.advanceTimersByTimeAsync(1_000);
    const callCount = client.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.calls).toHaveLength(callCount);
  });

  it('loads what is there of an open conversation that was empty, and is told anew with messages', async () => {
    using client = await startSync();
    client.stream().tell(caughtUp, 'c1');
    client.sync.openConversation(1);
    for (let index = 0; index < 3; index++) client.model.apply({ do: 'send', who: 1 });
    const conversation = client.model.snapshot();
    client.stream().tell({ type: 'conversation.created', conversation }, 'c1');
    await vi.advanceTimersByTimeAsync(0);
    expect(client.sync.getState().chat.conversations.get(1)?.messages).toEqual(client.model.messages());
    expect(client.calls.filter(({ path }) => path === 'message.list')).toHaveLength(1);
  });

  it('tells senders that their messages arrived, once for a burst', async () => {
    using client = await startSync();
    client.stream().tell(caughtUp, 'c1');
    for (let index = 0; index < 3; index++) {
      for (const event of client.model.apply({ do: 'send', who: 1 })) client.stream().tell(event, 'c1');
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(client.calls.filter(({ path }) => path === 'receipt.markDelivered')).toEqual([
      { path: 'receipt.markDelivered', input: { conversationId: 1, seq: 3 } },
    ]);
  });

  it('tells them a few conversations at a time, however many it has missed something in', async () => {
    const model = createModel();
    model.apply({ do: 'send', who: 1 });
    const held: (() => void)[] = [];
    using client = await startSync({
      'conversation.list': () => ({
        conversations: Array.from({ length: 25 }, (_, index) => ({ ...model.snapshot(), id: index + 1 })),
        nextKey: null,
        cursor: 'c0',
      }),
      'receipt.markDelivered': ({ conversationId }: { conversationId: number }) =>
        new Promise((resolve) => {
          const [receipt] = model.snapshot().receipts;
          held.push(() => resolve({ ...receipt, conversationId, userId: ownId, deliveredSeq: 1 }));
        }),
    });
    client.stream().tell(caughtUp, 'c1');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(held).toHaveLength(10);
    for (const told of [20, 25]) {
      for (const answer of held.splice(0)) answer();
      await vi.advanceTimersByTimeAsync(5_000);
      const marks = client.calls.filter(({ path }) => path === 'receipt.markDelivered');
      expect(new Set(marks.map(({ input }) => JSON.stringify(input))).size).toBe(told);
    }
    for (const answer of held.splice(0)) answer();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(held).toEqual([]);
  });
});
