import { type Conversation, type DurableEvent, limits, type Message } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Anchor, runAt } from '../src/index.ts';
import { createSync } from '../src/sync/create-sync.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { createFakeApi } from '../src/testing/fake-api.ts';

interface Query {
  before?: number;
  after?: number;
  around?: number;
}

const size = limits.pageRowsDefault;

/** As the server answers `message.list`. */
function pageOf(messages: readonly Message[], { before, after, around }: Query) {
  const span = (first: number) => messages.slice(Math.max(0, first - 1), Math.max(0, first - 1) + size);
  const until = (last: number) => messages.slice(Math.max(0, last - size), Math.max(0, last));
  if (before !== undefined) return until(before - 1);
  if (after !== undefined) return span(after + 1);
  if (around === undefined) return until(messages.length);
  return until(Math.max(Math.min(around + size / 2, messages.length), Math.min(size, messages.length)));
}

/** A person in a group with that many messages, and the pages that were asked for. */
async function openGroup(count: number) {
  const model = createModel();
  const send = () => model.apply({ do: 'send', who: 1 });
  for (let index = 0; index < count; index++) send();
  let conversation = (): Conversation => model.snapshot();
  const queries: Query[] = [];
  const { api, streams } = createFakeApi({
    'auth.me': () => ({ user: { ...model.snapshot().membership.user, email: null }, scopes: [] }),
    'user.listBlocked': () => [],
    'conversation.list': () => ({ conversations: [conversation()], nextKey: null, cursor: 'c0' }),
    'conversation.byId': () => ({ conversation: conversation(), cursor: 'c0' }),
    'message.list': ({ conversationId: _, ...query }: Query & { conversationId: number }) => {
      queries.push(query);
      return { messages: pageOf(model.messages(), query), users: [] };
    },
    'receipt.markDelivered': () => model.snapshot().receipts.find(({ userId }) => userId === ownId),
  });
  const life = new AbortController();
  const { sync } = createSync(api, life.signal);
  sync.start();
  await vi.advanceTimersByTimeAsync(0);
  const tell = (event: DurableEvent) =>
    streams.find(({ path, isOpen }) => path === 'sync.stream' && isOpen)?.tell(event, 'c1');
  tell({ type: 'caughtUp' });
  const known = () => {
    const found = sync.getState().chat.conversations.get(1);
    if (!found) throw new Error('It is listed.');
    return found;
  };
  return {
    sync,
    model,
    send,
    tell,
    queries,
    known,
    /** The first and the last seq of the run there. */
    span: (anchor: Anchor) => {
      const { messages } = runAt(known(), anchor);
      return [messages[0]?.seq, messages.at(-1)?.seq];
    },
    answerWith(change: (told: Conversation) => Conversation) {
      conversation = () => change(model.snapshot());
    },
    settle: () => vi.advanceTimersByTimeAsync(0),
    [Symbol.dispose]: () => life.abort(),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an open conversation', () => {
  it('shows its end', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1);
    await group.settle();
    expect(group.span('end')).toEqual([951, 1_000]);
    expect(group.queries).toEqual([{}]);
  });

  it('shows the page around a message, far back, and goes on from there in both directions', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 345);
    await group.settle();
    expect(group.span(345)).toEqual([321, 370]);
    await group.sync.loadOlder(1, 321);
    await group.sync.loadNewer(1, 370);
    expect(group.span(345)).toEqual([271, 420]);
    expect(group.queries).toEqual([{ around: 345 }, { before: 321 }, { after: 370 }]);
    expect(group.known().conversation.lastMessage?.seq).toBe(1_000);
  });

  it('loads what lies between two runs until they meet', async () => {
    using group = await openGroup(200);
    group.sync.openConversation(1);
    group.sync.openConversation(1, 100);
    await group.settle();
    expect(group.span(100)).toEqual([76, 125]);
    await group.sync.loadNewer(1, 100);
    expect(group.span('end')).toEqual([76, 200]);
    await group.sync.loadNewer(1, 100);
    expect(group.queries).toHaveLength(3);
  });

  it('does not ask for the same page twice at once, nor for one that is there', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 500);
    await group.settle();
    await Promise.all([
      group.sync.loadOlder(1, 500),
      group.sync.loadOlder(1, 476),
      group.sync.loadNewer(1, 500),
      group.sync.loadAround(1, 490),
    ]);
    expect(group.queries).toEqual([{ around: 500 }, { before: 476 }, { after: 525 }]);
  });

  it('stops at both ends', async () => {
    using group = await openGroup(20);
    group.sync.openConversation(1, 3);
    await group.settle();
    expect(group.span(3)).toEqual([1, 20]);
    await group.sync.loadOlder(1, 1);
    await group.sync.loadNewer(1, 20);
    await group.sync.loadLatest(1);
    expect(group.queries).toEqual([{ around: 3 }]);
  });

  it('goes to the nearest message there is, whatever an address says', async () => {
    using group = await openGroup(200);
    group.sync.openConversation(1, -7);
    await group.settle();
    expect(group.span(-7)).toEqual([1, 50]);
    await group.sync.loadAround(1, 5_000);
    expect(group.span('end')).toEqual([151, 200]);
    expect(group.queries).toEqual([{ around: 1 }, { around: 200 }]);
  });

  it('keeps what arrives while old messages are read, and shows it at the end without a hole', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 300);
    await group.settle();
    const before = runAt(group.known(), 300);
    for (let index = 0; index < 500; index++) for (const event of group.send()) group.tell(event);
    expect(runAt(group.known(), 300)).toBe(before);
    expect(group.span('end')).toEqual([1_001, 1_500]);
    expect(group.queries).toHaveLength(1);
    await group.sync.loadOlder(1);
    expect(group.span('end')).toEqual([951, 1_500]);
  });

  it('loads the end when one jumps there', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 300);
    await group.settle();
    for (const event of group.send()) group.tell(event);
    await group.sync.loadLatest(1);
    expect(group.span('end')).toEqual([952, 1_001]);
    expect(group.span(300)).toEqual([276, 325]);
  });
});

describe('what was dropped is loaded again where the screen stood', () => {
  it('after a load of everything', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 300);
    await group.settle();
    group.model.apply({ do: 'edit', message: 299 });
    group.tell({ type: 'reset' });
    await group.settle();
    expect(group.span(300)).toEqual([276, 325]);
    expect(runAt(group.known(), 300).messages).toEqual(group.model.messages().slice(275, 325));
    expect(group.queries).toEqual([{ around: 300 }, { around: 300 }]);
  });

  it('when too much happened in it, with its end', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 300);
    await group.settle();
    await group.sync.loadAround(1, 500);
    group.model.apply({ do: 'edit', message: 499 });
    group.send();
    group.tell({ type: 'conversation.truncated', conversationId: 1 });
    await group.settle();
    expect(group.known().isStale).toBe(false);
    expect(group.span(500)).toEqual([476, 525]);
    expect(group.span('end')).toEqual([952, 1_001]);
    expect(group.span(300)).toEqual([undefined, undefined]);
    expect(runAt(group.known(), 500).messages).toEqual(group.model.messages().slice(475, 525));
    expect(group.queries.slice(2)).toEqual([{}, { around: 500 }]);
  });

  it('when it is told anew, without leaving the screen empty in between', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 300);
    await group.settle();
    const lengths: number[] = [];
    group.sync.subscribe(() => lengths.push(runAt(group.known(), 300).messages.length));
    group.model.apply({ do: 'edit', message: 299 });
    group.tell({ type: 'conversation.created', conversation: group.model.snapshot() });
    await group.settle();
    expect(runAt(group.known(), 300).messages).toEqual(group.model.messages().slice(275, 325));
    expect(new Set(lengths)).toEqual(new Set([50]));
  });

  it('after leaving and joining again, as far as it may still be seen', async () => {
    using group = await openGroup(1_000);
    group.sync.openConversation(1, 300);
    await group.settle();
    const { membership, ...told } = group.model.snapshot();
    const version = told.version + 5;
    const back = { ...membership, joinVersion: version, version, visibleFromSeq: 600 };
    const rejoined = (conversation: Conversation): Conversation => ({
      ...conversation,
      version,
      membership: back,
      participants: conversation.participants.map((each) => (each.userId === ownId ? back : each)),
    });
    group.answerWith(rejoined);
    group.tell({
      type: 'participant.removed',
      participant: { ...membership, leftAt: told.createdAt, version: version - 1 },
      participantCount: 2,
    });
    group.tell({ type: 'conversation.created', conversation: rejoined(group.model.snapshot()) });
    await group.settle();
    expect(group.queries.at(-1)).toEqual({ around: 601 });
    expect(group.span(300)).toEqual([601, 626]);
  });
});

describe('a conversation that is not on the screen any more', () => {
  it('keeps the last messages of its end', async () => {
    using group = await openGroup(1_000);
    const close = group.sync.openConversation(1);
    await group.settle();
    for (let page = 0; page < 9; page++) await group.sync.loadOlder(1);
    await group.sync.loadAround(1, 300);
    expect(group.known().messages).toHaveLength(550);
    close();
    close();
    expect(group.known().messages).toEqual(group.model.messages().slice(-200));
  });

  it('is not trimmed while another part of the screen shows it', async () => {
    using group = await openGroup(1_000);
    const close = group.sync.openConversation(1);
    group.sync.openConversation(1, 300);
    await group.settle();
    close();
    expect(group.known().messages).toHaveLength(100);
    expect(group.span(300)).toEqual([276, 325]);
  });

  it('does not grow without bound with what arrives', async () => {
    using group = await openGroup(0);
    for (let index = 0; index < 1_000; index++) for (const event of group.send()) group.tell(event);
    await vi.advanceTimersByTimeAsync(60_000);
    for (const event of group.send()) group.tell(event);
    expect(group.span('end')).toEqual([802, 1_001]);
    expect(group.known().conversation).toMatchObject({ lastSeq: 1_001, unreadCount: 1_001 });
  });
});
