import type { EditMessageInput, Message } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryOutbox, type OpenOutbox, withChange } from '../src/index.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { refusal, unreachable } from '../src/testing/fake-api.ts';
import { startSync } from '../src/testing/start-sync.ts';

/** One own message, at a server that can be out of reach and that heeds versions. */
function createServer() {
  const model = createModel();
  model.apply({ do: 'send', who: 0 });
  const [first] = model.messages();
  if (!first) throw new Error('It was sent.');
  const server = {
    isUp: true,
    message: first,
    calls: [] as string[],
    reads: [] as number[],
    /** As another device of the same person does. */
    change(fields: Partial<Message>): Message {
      server.message = { ...server.message, ...fields, version: server.message.version + 1 };
      return server.message;
    },
    edit({ content, version }: EditMessageInput): Message {
      if (!server.isUp) throw unreachable();
      server.calls.push(`${content} on ${version}`);
      if (server.message.deletedAt) throw refusal('CONFLICT', 'This message was deleted.');
      if (server.message.content === content) return server.message;
      if (version !== server.message.version) throw refusal('CONFLICT', 'Changed elsewhere.');
      return server.change({ content });
    },
    delete(): Message {
      if (!server.isUp) throw unreachable();
      server.calls.push('delete');
      return server.change({ content: null, deletedAt: '2026-01-03T00:00:00.000Z' });
    },
    read({ seq }: { seq: number }) {
      if (!server.isUp) throw unreachable();
      server.reads.push(seq);
      return {
        conversationId: 1,
        userId: ownId,
        deliveredSeq: seq,
        deliveredAt: null,
        readSeq: seq,
        readAt: null,
      };
    },
  };
  return server;
}

async function openTab(server: ReturnType<typeof createServer>, storage: OpenOutbox | null = null) {
  const tab = await startSync(
    { 'message.edit': server.edit, 'message.delete': server.delete, 'receipt.markRead': server.read },
    { storage },
  );
  const tell = (message: Message) =>
    tab.stream().tell({ type: 'message.edited', message, users: [], senderReadSeq: null }, 'c2');
  tab.stream().tell({ type: 'caughtUp' }, 'c1');
  tell(server.message);
  const chat = () => tab.sync.getState().chat;
  const stored = () => chat().conversations.get(1)?.messages[0];
  const change = () => chat().changes.get(1);
  const shown = () => {
    const message = stored();
    return message && withChange(message, change());
  };
  return { ...tab, tell, stored, change, shown, [Symbol.dispose]: () => tab[Symbol.dispose]() };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const longAfter = () => vi.advanceTimersByTimeAsync(60_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an edit', () => {
  it('shows at once, as on its way, and is made when the server can be reached, on the version it was made on', async () => {
    const server = createServer();
    const { version } = server.message;
    server.isUp = false;
    using tab = await openTab(server);
    tab.sync.edit(1, 1, 'mended');
    expect(tab.shown()).toMatchObject({ content: 'mended' });
    expect(tab.change()).toMatchObject({ content: 'mended', failure: null });
    await longAfter();
    server.isUp = true;
    await longAfter();
    expect(server.calls).toEqual([`mended on ${version}`]);
    expect(tab.stored()).toMatchObject({ content: 'mended', version: version + 1 });
    expect(tab.change()).toBeUndefined();
  });

  it('takes the place of one that has not been on its way, and follows one that has', async () => {
    const server = createServer();
    const { version } = server.message;
    server.isUp = false;
    using tab = await openTab(server);
    tab.sync.edit(1, 1, 'one');
    await settle();
    tab.sync.edit(1, 1, 'two');
    tab.sync.edit(1, 1, 'three');
    expect(tab.shown()).toMatchObject({ content: 'three' });
    server.isUp = true;
    await longAfter();
    expect(server.calls).toEqual([`one on ${version}`, `three on ${version + 1}`]);
    expect(tab.shown()).toMatchObject({ content: 'three' });
    expect(tab.change()).toBeUndefined();
  });

  it('P38: of a message that was changed elsewhere meanwhile is refused, and nothing of it is lost', async () => {
    const server = createServer();
    const { version } = server.message;
    server.isUp = false;
    using tab = await openTab(server);
    tab.sync.edit(1, 1, 'mine');
    await longAfter();
    const theirs = server.change({ content: 'theirs' });
    server.isUp = true;
    await longAfter();
    expect(tab.change()).toMatchObject({
      content: 'mine',
      failure: { code: 'CONFLICT', message: 'Changed elsewhere.' },
    });
    expect(server.message.content).toBe('theirs');

    tab.tell(theirs);
    tab.sync.retryChange(1, 1);
    await settle();
    expect(server.calls).toEqual([`mine on ${version}`, `mine on ${version + 1}`]);
    expect(tab.stored()).toMatchObject({ content: 'mine' });
  });

  it('that was refused can be given up: the message is as it is', async () => {
    const server = createServer();
    const refuse = () => {
      throw refusal('BLOCKED');
    };
    using tab = await openTab({ ...server, edit: refuse });
    tab.sync.edit(1, 1, 'mine');
    await settle();
    expect(tab.shown()).toMatchObject({ content: 'mine' });
    tab.sync.discardChange(1, 1);
    expect(tab.change()).toBeUndefined();
    expect(tab.shown()).toBe(tab.stored());
  });

  it('is made after a reload', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    const before = await openTab(server, storage);
    before.sync.edit(1, 1, 'mended');
    await settle();
    before[Symbol.dispose]();
    using after = await openTab(server, storage);
    await settle();
    expect(after.shown()).toMatchObject({ content: 'mended' });
    server.isUp = true;
    await longAfter();
    expect(after.stored()).toMatchObject({ content: 'mended' });
  });
});

describe('a deletion', () => {
  it('shows at once, takes the place of what was not saved, and is made when the server can be reached', async () => {
    const server = createServer();
    server.isUp = false;
    using tab = await openTab(server);
    tab.sync.edit(1, 1, 'mended');
    tab.sync.delete(1, 1);
    expect(tab.shown()).toMatchObject({ content: null });
    expect(tab.shown()?.deletedAt).not.toBeNull();
    await longAfter();
    server.isUp = true;
    await longAfter();
    expect(server.calls).toEqual(['delete']);
    expect(tab.stored()).toMatchObject({ content: null });
  });

  it('that is refused leaves the message, and says why', async () => {
    const server = createServer();
    const refuse = () => {
      throw refusal('FORBIDDEN', 'This is not your message to change.');
    };
    using tab = await openTab({ ...server, delete: refuse });
    tab.sync.delete(1, 1);
    await settle();
    expect(tab.shown()).toEqual(tab.stored());
    expect(tab.change()).toMatchObject({ content: null, failure: { code: 'FORBIDDEN' } });
  });
});

describe('reading', () => {
  it('without a connection is told afterwards, the latest mark alone, after a reload too', async () => {
    const server = createServer();
    const storage = memoryOutbox();
    server.isUp = false;
    const before = await openTab(server, storage);
    for (const seq of [1, 3, 2, 5]) before.sync.markRead(1, seq);
    await settle();
    before[Symbol.dispose]();
    server.isUp = true;
    using after = await openTab(server, storage);
    await settle();
    expect(server.reads).toEqual([5]);
    expect(await (await storage(ownId)).list()).toEqual([]);
    expect(after.sync.getState().chat.changes.size).toBe(0);
  });
});
