import type { Message } from '@vibe/contract';
import { describe, expect, it } from 'vitest';
import {
  type ChatState,
  emptyChatState,
  foldConversation,
  foldEvent,
  foldMessage,
  needyConversations,
} from '../src/index.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';

/** A group of three with two messages, the first of them by oneself. */
function openedGroup() {
  const model = createModel();
  const events = [...model.apply({ do: 'send', who: 0 }), ...model.apply({ do: 'send', who: 1 })];
  const created = foldConversation(emptyChatState(ownId), createModel().snapshot(), 'listed');
  return { model, state: events.reduce(foldEvent, created) };
}

const membershipOf = (state: ChatState) => {
  const membership = state.conversations.get(1)?.conversation.membership;
  if (!membership) throw new Error('It is a member.');
  return membership;
};
const removal = (state: ChatState, version: number) => {
  const participant = { ...membershipOf(state), leftAt: '2026-02-01T00:00:00.000Z', version };
  return { type: 'participant.removed', participant, participantCount: 2 } as const;
};
const rejoined = (model: ReturnType<typeof createModel>, joinVersion: number) => {
  const told = model.snapshot();
  const membership = { ...told.membership, joinVersion, version: joinVersion };
  const participants = told.participants.map((each) => (each.userId === ownId ? membership : each));
  return { ...told, version: joinVersion, membership, participants };
};

describe('being removed', () => {
  it('takes the conversation away', () => {
    const { state } = openedGroup();
    expect(state.conversations.get(1)?.messages).toHaveLength(2);
    expect(foldEvent(state, removal(state, 9)).conversations.has(1)).toBe(false);
  });

  it('is not undone by an answer, or an event, from before', () => {
    const { state, model } = openedGroup();
    const removed = foldEvent(state, removal(state, 9));
    const [message] = model.messages();
    if (!message) throw new Error('There is one.');
    const late = foldMessage(foldConversation(removed, model.snapshot(), 'fetched'), { message });
    expect(late.conversations.has(1)).toBe(false);
    expect(needyConversations(late)).toEqual([]);
  });

  it('makes what was told of a message before it worth nothing after joining again', () => {
    const { state, model } = openedGroup();
    const [message] = model.messages();
    if (!message) throw new Error('There is one.');
    model.apply({ do: 'edit', message: 0 });
    const again = foldConversation(foldEvent(state, removal(state, 9)), rejoined(model, 10), 'created');
    expect(foldMessage(again, { message }).conversations.get(1)?.messages).toEqual([]);
  });

  it('is undone by joining again, and nothing that was known before is kept', () => {
    const { state, model } = openedGroup();
    const removed = foldEvent(state, removal(state, 9));
    const again = foldConversation(removed, rejoined(model, 10), 'created');
    expect(membershipOf(again).joinVersion).toBe(10);
    const unseen = foldConversation(state, rejoined(model, 10), 'created');
    expect(unseen.conversations.get(1)?.messages).toEqual([]);
    expect(foldEvent(again, removal(state, 9)).conversations.has(1)).toBe(true);
  });
});

describe('a conversation told anew', () => {
  it('keeps loaded messages on the screen, and asks for them again', () => {
    const { state, model } = openedGroup();
    const told = foldEvent(state, { type: 'conversation.created', conversation: model.snapshot() });
    expect(told.conversations.get(1)?.messages).toHaveLength(2);
    expect(needyConversations(told)).toEqual([1]);
    expect(needyConversations(foldConversation(told, model.snapshot(), 'fetched'))).toEqual([]);
  });

  it('drops the messages where too much was missed', () => {
    const { state } = openedGroup();
    const truncated = foldEvent(state, { type: 'conversation.truncated', conversationId: 1 });
    expect(truncated.conversations.get(1)?.messages).toEqual([]);
    expect(needyConversations(truncated)).toEqual([1]);
  });
});

describe('messages', () => {
  const sent = (fields: Partial<Message>): Message => {
    const model = createModel();
    model.apply({ do: 'send', who: 0 });
    const [message] = model.messages();
    if (!message) throw new Error('It was sent.');
    return { ...message, ...fields };
  };

  it('of an unknown conversation have it fetched', () => {
    const state = foldMessage(emptyChatState(ownId), { message: sent({ conversationId: 7 }) });
    expect(needyConversations(state)).toEqual([7]);
  });

  it('from before the membership are not taken', () => {
    const { state } = openedGroup();
    const hidden = foldEvent(state, {
      type: 'conversation.created',
      conversation: {
        ...rejoined(createModel(), 20),
        lastSeq: 5,
        membership: { ...membershipOf(state), joinVersion: 20, version: 20, visibleFromSeq: 5 },
      },
    });
    const told = foldMessage(hidden, { message: sent({ seq: 4, version: 30 }) });
    expect(told.conversations.get(1)?.messages).toEqual([]);
    expect(
      foldMessage(told, { message: sent({ seq: 6, version: 31 }) }).conversations.get(1)?.messages,
    ).toHaveLength(1);
  });

  it('of one’s own are on their way until they are stored, whichever tells it first', () => {
    const { state } = openedGroup();
    const pending = { clientId: 'client-3', content: 'hi', createdAt: '2026-01-01', failure: null };
    const waiting = { ...state, pending: new Map([[1, [pending]]]) };
    expect(waiting.pending.get(1)).toEqual([pending]);
    const stored = sent({ seq: 3, version: 40, clientId: 'client-3' });
    expect(foldMessage(waiting, { message: stored }).pending.get(1)).toEqual([]);
    const others = sent({ seq: 3, version: 40, clientId: 'client-3', senderId: 2 });
    expect(foldMessage(waiting, { message: others }).pending.get(1)).toEqual([pending]);
  });
});

it('P25: a kind of event that is not known yet changes nothing', () => {
  const { state } = openedGroup();
  const event = JSON.parse('{"type":"reaction.added"}');
  expect(foldEvent(state, event)).toBe(state);
});
