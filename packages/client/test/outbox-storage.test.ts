import type { EditMessageInput, Message, SendMessageInput } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryOutbox, type OpenOutbox, type OutboxEntry, type OutboxStore } from '../src/index.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { refusal, unreachable } from '../src/testing/fake-api.ts';
import { startSync } from '../src/testing/start-sync.ts';

/** A server that stores each clientId once, while it can be reached. */
function createServer() {
  const stored = new Map<string, Message>();
  const server = {
    isUp: true,
    refuses: '',
    stored,
    edits: [] as EditMessageInput[],
    deletes: [] as { messageId: number }[],
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
    delete(input: { messageId: number }): Message {
      server.deletes.push(input);
      const message = [...stored.values()].find(({ id }) => id === input.messageId);
      if (!message) throw refusal('NOT_FOUND');
      return { ...message, content: null, deletedAt: message.createdAt, version: message.version + 100 };
    },
    edit(input: EditMessageInput): Message {
      server.edits.push(input);
      const message = [...stored.values()].find(({ id }) => id === input.messageId);
      if (!message) throw refusal('NOT_FOUND');
      const edited = { ...message, content: input.content, version: message.version + 100 };
      stored.set(message.clientId, edited);
      return edited;
    },
  };
  return server;
}

const openTab = (server: ReturnType<typeof createServer>, storage: OpenOutbox | null) =>
  startSync(
    { 'message.send': server.send, 'message.edit': server.edit, 'message.delete': server.delete },
    { storage },
  );
type Tab = Awaited<ReturnType<typeof openTab>>;
const pendingOf = ({ sync }: Tab) => sync.getState().chat.pending.get(1) ?? [];
const contentsOf = (tab: Tab) => pendingOf(tab).map(({ content }) => content);
const settle = () => vi.advanceTimersByTimeAsync(0);
const kept = async (storage: OpenOutbox): Promise<OutboxEntry[]> => (await storage(ownId)).list();

/** As IndexedDB is: whoever has it open takes turns. */
const sharedOutbox = (name: string): OpenOutbox => {
  const open = memoryOutbox();
  return async (userId) => ({ ...(await open(userId)), sharedAs: `${name} ${userId}` });
};
/** Where one of its calls does not do what it should. */
const spoilt =
  (spoil: Partial<OutboxStore>): OpenOutbox =>
  async (userId) => ({ ...(await memoryOutbox()(userId)), ...spoil });
const fail = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
const never = () => new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('messages on their way', () => {
  it('P36: are sent only once the store has them', async () => {
    const server = createServer();
    let finish = () => {};
    const room = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const open = memoryOutbox();
    const slow: OpenOutbox = async (userId) => {
      const store = await open(userId);
      return { ...store, add: async (entry) => room.then(() => store.add(entry)) };
    };
    using tab = await openTab(server, slow);
    tab.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(contentsOf(tab)).toEqual(['hello']);
    expect(server.contents()).toEqual([]);
    finish();
    await settle();
    expect(server.contents()).toEqual(['hello']);
  });

  it('are sent after a reload, in their order, under their clientIds', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    const before = await openTab(server, storage);
    const clientIds = ['one', 'two', 'three'].map((content) => before.sync.send(1, content));
    await settle();
    before[Symbol.dispose]();

    server.isUp = true;
    using after = await openTab(server, storage);
    await settle();
    expect(server.contents()).toEqual(['one', 'two', 'three']);
    expect([...server.stored.keys()]).toEqual(clientIds);
    expect(pendingOf(after)).toEqual([]);
    expect(await kept(storage)).toEqual([]);
  });

  it('P2, P36: are stored once where the answer was lost with the page', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    const send = (input: SendMessageInput) => {
      server.send(input);
      return never();
    };
    const before = await startSync({ 'message.send': send }, { storage });
    before.sync.send(1, 'hello');
    await settle();
    before[Symbol.dispose]();
    using after = await openTab(server, storage);
    await settle();
    expect(server.contents()).toEqual(['hello']);
    expect(pendingOf(after)).toEqual([]);
  });

  it('P36: that were refused say why after a reload, and wait for the person', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.refuses = 'refused';
    const before = await openTab(server, storage);
    const clientId = before.sync.send(1, 'refused');
    await settle();
    before[Symbol.dispose]();
    using after = await openTab(server, storage);
    await settle();
    const failure = { code: 'BLOCKED', message: 'No.' };
    expect(pendingOf(after)).toMatchObject([{ clientId, content: 'refused', failure }]);
    after.sync.editPending(1, clientId, 'taken');
    await settle();
    expect(server.contents()).toEqual(['taken']);
    expect(await kept(storage)).toEqual([]);
  });

  it('are forgotten once they are discarded, and when the person signs out', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    using tab = await openTab(server, storage);
    tab.sync.discard(1, tab.sync.send(1, 'not this'));
    await settle();
    expect(await kept(storage)).toEqual([]);
    tab.sync.send(1, 'this');
    await settle();
    expect(await kept(storage)).toMatchObject([{ content: 'this' }]);
    tab.signOut();
    await settle();
    expect(await kept(storage)).toEqual([]);
  });

  it('that were refused in a conversation left meanwhile stay, with the reason', async () => {
    const storage = memoryOutbox();
    await (await storage(ownId)).add({ ...sendOf('hi'), conversationId: 9 });
    const send = () => {
      throw refusal('NOT_FOUND', 'There is no such conversation.');
    };
    using tab = await startSync({ 'message.send': send }, { storage });
    await settle();
    expect(tab.sync.getState().chat.pending.get(9)).toMatchObject([
      { content: 'hi', failure: { code: 'NOT_FOUND' } },
    ]);
    expect(await kept(storage)).toMatchObject([{ failure: { code: 'NOT_FOUND' } }]);
  });

  it('that were edited while they may have been stored are changed once they are acknowledged, after a reload too', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    const before = await openTab(server, storage);
    const clientId = before.sync.send(1, 'first');
    await settle();
    before.sync.editPending(1, clientId, 'second');
    await settle();
    before.sync.editPending(1, clientId, 'third');
    await settle();
    expect(contentsOf(before)).toEqual(['third']);
    before[Symbol.dispose]();
    server.isUp = true;
    using after = await openTab(server, storage);
    await settle();
    expect(server.edits).toEqual([{ messageId: 1, content: 'third', version: 101 }]);
    expect(server.contents()).toEqual(['third']);
    expect(after.sync.getState().chat.changes.size).toBe(0);
    expect(await kept(storage)).toEqual([]);
  });

  it('that were discarded while they may have been stored are deleted once they are acknowledged', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    using tab = await openTab(server, storage);
    const clientId = tab.sync.send(1, 'never mind');
    tab.sync.send(1, 'this one');
    await settle();
    tab.sync.discard(1, clientId);
    await settle();
    expect(contentsOf(tab)).toEqual(['this one']);
    server.isUp = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.deletes).toEqual([{ messageId: 1 }]);
    expect(await kept(storage)).toEqual([]);
  });

  it('that were edited and then refused say what was last made of them', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    using tab = await openTab(server, storage);
    const clientId = tab.sync.send(1, 'refused');
    await settle();
    tab.sync.editPending(1, clientId, 'mended');
    await settle();
    server.refuses = 'refused';
    server.isUp = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pendingOf(tab)).toMatchObject([{ content: 'mended', failure: { code: 'BLOCKED' } }]);
    tab.sync.retry(1, clientId);
    await settle();
    expect(server.contents()).toEqual(['mended']);
    expect(await kept(storage)).toEqual([]);
  });

  it('go as soon as the connection stands again, however long the next wait would be', async () => {
    const server = createServer();
    server.isUp = false;
    using tab = await openTab(server, null);
    tab.stream().tell({ type: 'caughtUp' }, 'c1');
    tab.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(120_000);
    tab.stream().end();
    await vi.advanceTimersByTimeAsync(600);
    server.isUp = true;
    expect(server.contents()).toEqual([]);
    tab.stream().tell({ type: 'ready' }, 'c1');
    await settle();
    expect(server.contents()).toEqual(['hello']);
  });

  it.each([
    ['full', spoilt({ add: fail })],
    ['broken', spoilt({ add: fail, update: fail, remove: fail, list: fail, clear: fail })],
    ['silent', spoilt({ add: never, list: never })],
    ['forbidden', () => Promise.reject(new DOMException('forbidden', 'SecurityError'))],
    ['never there', never],
    ['none', null],
  ])('are sent all the same where the storage is %s', async (_, storage) => {
    const server = createServer();
    using tab = await openTab(server, storage);
    tab.sync.send(1, 'hello');
    tab.sync.send(1, 'again');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.contents()).toEqual(['hello', 'again']);
    expect(pendingOf(tab)).toEqual([]);
  });
});

describe('of two tabs', () => {
  it('each shows what the other has on its way, refused, tries again and discards', async () => {
    const server = createServer();
    const storage = sharedOutbox('shows');
    server.refuses = 'refused';
    using first = await openTab(server, storage);
    using second = await openTab(server, storage);
    const clientId = first.sync.send(1, 'refused');
    await vi.waitFor(() =>
      expect([pendingOf(first), pendingOf(second)]).toMatchObject([
        [{ clientId, failure: { code: 'BLOCKED' } }],
        [{ clientId, failure: { code: 'BLOCKED' } }],
      ]),
    );
    server.isUp = false;
    second.sync.retry(1, clientId);
    await vi.waitFor(() => expect(pendingOf(first)).toMatchObject([{ clientId, failure: null }]));
    server.isUp = true;
    await vi.waitFor(() => expect(pendingOf(first)).toMatchObject([{ failure: { code: 'BLOCKED' } }]));
    second.sync.discard(1, clientId);
    await vi.waitFor(() => expect([pendingOf(first), pendingOf(second)]).toEqual([[], []]));
  });

  it('P37: one sends at a time, in order, each once', async () => {
    const server = createServer();
    const storage = sharedOutbox('sends');
    let underWay = 0;
    let most = 0;
    const send = async (input: SendMessageInput) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 20));
      underWay -= 1;
      calls.push(input.content);
      return server.send(input);
    };
    const calls: string[] = [];
    using first = await startSync({ 'message.send': send }, { storage });
    using second = await startSync({ 'message.send': send }, { storage });
    for (const number of [1, 3, 5]) {
      first.sync.send(1, `${number}`);
      second.sync.send(1, `${number + 1}`);
    }
    await vi.waitFor(() => expect(calls).toHaveLength(6));
    await vi.waitFor(async () => expect(await kept(storage)).toEqual([]));
    expect(calls).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(most).toBe(1);
  });

  it('each sends for itself where there are no locks, and shows what the other has', async () => {
    vi.stubGlobal('navigator', {});
    const server = createServer();
    const storage = sharedOutbox('alone');
    using first = await openTab(server, storage);
    using second = await startSync({ 'message.send': never }, { storage });
    second.sync.send(1, 'of the second');
    first.sync.send(1, 'of the first');
    await vi.waitFor(() => expect(server.contents()).toEqual(['of the first']));
    await vi.waitFor(() => expect(contentsOf(first)).toEqual(['of the second']));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.contents()).toEqual(['of the first']);
  });
});

const sendOf = (content: string): OutboxEntry => ({
  kind: 'send',
  id: 'c',
  conversationId: 1,
  content,
  createdAt: '2026-01-01T00:00:00.000Z',
  isTried: false,
  failure: null,
});
