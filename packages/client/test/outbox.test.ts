import type { Message, SendMessageInput } from '@vibe/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldConversation, foldMessage } from '../src/index.ts';
import { createSync } from '../src/sync/create-sync.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';
import { createFakeApi, refusal, unreachable } from '../src/testing/fake-api.ts';

type Answer = (input: SendMessageInput) => Promise<Message> | Message;

const stored = ({ clientId, content }: SendMessageInput, seq: number): Message => ({
  id: seq,
  conversationId: 1,
  seq,
  senderId: ownId,
  clientId,
  kind: 'text',
  content,
  payload: null,
  createdAt: '2026-01-02T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  version: 100 + seq,
});

/** One person in one group, and what the server answers to each send in turn. */
function openOutbox(answers: Answer[]) {
  const sent: SendMessageInput[] = [];
  const { api } = createFakeApi({
    'message.send': (input: SendMessageInput) => {
      sent.push(input);
      const answer = answers.shift();
      if (!answer) throw unreachable();
      return answer(input);
    },
  });
  const life = new AbortController();
  const { sync, store } = createSync(api, life.signal);
  const chat = foldConversation(
    { ...store.getState().chat, userId: ownId },
    createModel().snapshot(),
    'listed',
  );
  store.update((state) => ({ ...state, chat }));
  const known = () => store.getState().chat;
  return {
    sync,
    store,
    sent,
    contents: () => sent.map(({ content }) => content),
    stored: () =>
      known()
        .conversations.get(1)
        ?.messages.map(({ content }) => content),
    pending: () => known().pending.get(1) ?? [],
    [Symbol.dispose]: () => life.abort(),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('P37: sends one after the other, in the order they were written', async () => {
    let finish = () => {};
    const first: Answer = (input) =>
      new Promise((resolve) => {
        finish = () => resolve(stored(input, 1));
      });
    using outbox = openOutbox([first, (input) => stored(input, 2)]);
    outbox.sync.send(1, 'first');
    outbox.sync.send(1, 'second');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.contents()).toEqual(['first']);
    expect(outbox.pending().map(({ content }) => content)).toEqual(['first', 'second']);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.stored()).toEqual(['first', 'second']);
    expect(outbox.pending()).toEqual([]);
  });

  it('tries again under the same clientId until there is an answer', async () => {
    const fail = (error: Error) => () => {
      throw error;
    };
    using outbox = openOutbox([
      fail(unreachable()),
      fail(refusal('BUSY')),
      fail(refusal('RATE_LIMITED')),
      (input) => stored(input, 1),
    ]);
    const clientId = outbox.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.sent.map((input) => input.clientId)).toEqual(Array(4).fill(clientId));
    expect(outbox.stored()).toEqual(['hello']);
  });

  it('says why a message was refused for good, and goes on with the next', async () => {
    const blocked: Answer = () => {
      throw refusal('BLOCKED', 'This person does not take your messages.');
    };
    using outbox = openOutbox([blocked, (input) => stored(input, 1), (input) => stored(input, 2)]);
    const refused = outbox.sync.send(1, 'refused');
    outbox.sync.send(1, 'taken');
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.stored()).toEqual(['taken']);
    const failure = { code: 'BLOCKED', message: 'This person does not take your messages.' };
    expect(outbox.pending()).toMatchObject([{ content: 'refused', failure }]);
    outbox.sync.retry(1, refused);
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.stored()).toEqual(['taken', 'refused']);
  });

  it('sends a refused message again as it was mended, at its place among those on their way', async () => {
    const refuse: Answer = () => {
      throw refusal('BAD_INPUT', 'content is too long');
    };
    using outbox = openOutbox([refuse, refuse, (input) => stored(input, 1)]);
    const clientId = outbox.sync.send(1, 'too long');
    outbox.sync.send(1, 'too long as well');
    await vi.advanceTimersByTimeAsync(0);
    outbox.sync.editPending(1, clientId, 'short');
    expect(outbox.pending()).toMatchObject([
      { clientId, content: 'short', failure: null },
      { content: 'too long as well', failure: { code: 'BAD_INPUT' } },
    ]);
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.stored()).toEqual(['short']);
    expect(outbox.sent.at(-1)).toMatchObject({ clientId, content: 'short' });
    expect(outbox.pending()).toHaveLength(1);
  });

  it('changes one in its place that has not been on its way', async () => {
    using outbox = openOutbox([]);
    outbox.sync.send(1, 'first');
    outbox.sync.editPending(1, outbox.sync.send(1, 'second'), 'mended');
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.pending().map(({ content }) => content)).toEqual(['first', 'mended']);
    expect(outbox.contents()).toEqual(['first']);
  });

  it('does not change one that may have been stored already', async () => {
    using outbox = openOutbox([]);
    const clientId = outbox.sync.send(1, 'first');
    await vi.advanceTimersByTimeAsync(0);
    outbox.sync.editPending(1, clientId, 'second');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(outbox.contents())).toEqual(new Set(['first']));
  });

  it('tries a refused message again once, however often it is asked to', async () => {
    const refuse: Answer = () => {
      throw refusal('BLOCKED');
    };
    using outbox = openOutbox([refuse, (input) => stored(input, 1)]);
    const clientId = outbox.sync.send(1, 'hello');
    await vi.advanceTimersByTimeAsync(0);
    outbox.sync.retry(1, clientId);
    outbox.sync.retry(1, clientId);
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.sent).toHaveLength(2);
    expect(outbox.stored()).toEqual(['hello']);
  });

  it('stops trying once the stream shows that the message was stored', async () => {
    using outbox = openOutbox([]);
    outbox.sync.send(1, 'lost answer');
    await vi.advanceTimersByTimeAsync(0);
    const [input] = outbox.sent;
    if (!input) throw new Error('It was sent.');
    const message = stored(input, 1);
    outbox.store.update((state) => ({ ...state, chat: foldMessage(state.chat, { message }) }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.sent).toHaveLength(1);
    expect(outbox.pending()).toEqual([]);
  });

  it('does not send what was discarded', async () => {
    using outbox = openOutbox([]);
    outbox.sync.send(1, 'first');
    outbox.sync.discard(1, outbox.sync.send(1, 'second'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(outbox.contents())).toEqual(new Set(['first']));
  });
});
