import type { Message, SendMessageInput } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingStorage } from '../src/index.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { refusal, unreachable } from '../src/testing/fake-api.ts';
import { startSync } from '../src/testing/start-sync.ts';

const key = `vibe-chat:pending:${ownId}`;

function memoryStorage(texts = new Map<string, string>()): PendingStorage & { texts: typeof texts } {
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

/** A server that stores each clientId once, while it can be reached. */
function createServer() {
  const stored = new Map<string, Message>();
  const server = {
    isUp: true,
    refuses: '',
    stored,
    contents: () => [...stored.values()].map(({ content }) => content),
    send({ clientId, content }: SendMessageInput): Message {
      if (!server.isUp) throw unreachable();
      if (content === server.refuses) throw refusal('BLOCKED', 'No.');
      const seq = stored.size + 1;
      const base = createModel();
      base.apply({ do: 'send', who: 0 });
      const [sent] = base.messages();
      if (!sent) throw new Error('It was sent.');
      const message = stored.get(clientId) ?? {
        ...sent,
        seq,
        id: seq,
        clientId,
        content,
        version: 100 + seq,
      };
      stored.set(clientId, message);
      return message;
    },
  };
  return server;
}

const openTab = (server: ReturnType<typeof createServer>, storage: PendingStorage | null) =>
  startSync({ 'message.send': server.send }, { storage });
const pendingOf = ({ sync }: Awaited<ReturnType<typeof openTab>>) =>
  sync.getState().chat.pending.get(1) ?? [];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('messages on their way', () => {
  it('are sent after a reload, in their order, under their clientIds', async () => {
    const server = createServer();
    const storage = memoryStorage();
    server.isUp = false;
    const before = await openTab(server, storage);
    const clientIds = ['one', 'two', 'three'].map((content) => before.sync.send(1, content));
    await vi.advanceTimersByTimeAsync(0);
    before[Symbol.dispose]();

    server.isUp = true;
    using after = await openTab(server, storage);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.contents()).toEqual(['one', 'two', 'three']);
    expect([...server.stored.keys()]).toEqual(clientIds);
    expect(pendingOf(after)).toEqual([]);
    expect(storage.texts).toEqual(new Map());
  });

  it('are stored once where the answer was lost with the page', async () => {
    const server = createServer();
    const storage = memoryStorage();
    const before = await startSync(
      {
        'message.send': (input: SendMessageInput) => {
          server.send(input);
          return new Promise(() => {});
        },
      },
      { storage },
    );
    before.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(0);
    before[Symbol.dispose]();
    using after = await openTab(server, storage);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.contents()).toEqual(['hello']);
    expect(pendingOf(after)).toEqual([]);
  });

  it('that were refused say why after a reload, and wait for the person', async () => {
    const server = createServer();
    const storage = memoryStorage();
    server.refuses = 'refused';
    const before = await openTab(server, storage);
    const clientId = before.sync.send(1, 'refused');
    await vi.advanceTimersByTimeAsync(0);
    before[Symbol.dispose]();
    using after = await openTab(server, storage);
    const failure = { code: 'BLOCKED', message: 'No.' };
    expect(pendingOf(after)).toMatchObject([{ clientId, content: 'refused', failure }]);
    after.sync.editPending(1, clientId, 'taken');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.contents()).toEqual(['taken']);
    expect(storage.texts).toEqual(new Map());
  });

  it('are forgotten once they are discarded, and when the person signs out', async () => {
    const server = createServer();
    const storage = memoryStorage();
    server.isUp = false;
    using tab = await openTab(server, storage);
    tab.sync.discard(1, tab.sync.send(1, 'not this'));
    expect(storage.texts).toEqual(new Map());
    tab.sync.send(1, 'this');
    expect(storage.texts.get(key)).toContain('this');
    tab.signOut();
    expect(storage.texts).toEqual(new Map());
  });

  it('of two tabs are all kept, and each is stored once', async () => {
    const server = createServer();
    const storage = memoryStorage();
    server.isUp = false;
    using first = await openTab(server, storage);
    first.sync.send(1, 'from the first');
    using second = await openTab(server, storage);
    second.sync.send(1, 'from the second');
    first.sync.send(1, 'from the first again');
    expect(JSON.parse(storage.texts.get(key) ?? '')).toMatchObject([
      { content: 'from the first' },
      { content: 'from the second' },
      { content: 'from the first again' },
    ]);
    server.isUp = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.contents().sort()).toEqual(['from the first', 'from the first again', 'from the second']);
    expect(storage.texts).toEqual(new Map());
    expect([...pendingOf(first), ...pendingOf(second)]).toEqual([]);
  });

  it('of a conversation left meanwhile are given up', async () => {
    const storage = memoryStorage();
    const left = { conversationId: 9, clientId: 'c', content: 'hi', createdAt: '2026-01-01', failure: null };
    storage.setItem(key, JSON.stringify([left]));
    using tab = await startSync({}, { storage });
    await vi.advanceTimersByTimeAsync(0);
    expect(tab.calls.filter(({ path }) => path === 'message.send')).toHaveLength(1);
    expect(tab.sync.getState().chat.pending.get(9)).toEqual([]);
    expect(storage.texts).toEqual(new Map());
  });

  it.each([
    ['broken', '[{'],
    ['something else', '{"a":1}'],
    ['of another shape', '[1,null,{"clientId":7},{"conversationId":1,"clientId":"a","content":"b"}]'],
  ])('are sent all the same where what is kept is %s', async (_, text) => {
    const server = createServer();
    const storage = memoryStorage(new Map([[key, text]]));
    using tab = await openTab(server, storage);
    tab.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.contents()).toEqual(['hello']);
  });

  it.each([
    [
      'full',
      {
        ...memoryStorage(),
        setItem() {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    ],
    ['not there', null],
  ])('are sent all the same where the storage is %s', async (_, storage) => {
    const server = createServer();
    using tab = await openTab(server, storage);
    tab.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.contents()).toEqual(['hello']);
  });
});
