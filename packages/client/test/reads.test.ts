import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  conversationTitle,
  emptyChatState,
  foldConversation,
  foldEvent,
  hasOlder,
  latestRun,
  messageStatus,
} from '../src/index.ts';
import { createModel, ownId, type Step } from './conversation-model.ts';

function known(steps: Step[], loadedSeqs: number[]): ConversationState {
  const model = createModel();
  for (const step of steps) model.apply(step);
  const state = foldConversation(emptyChatState(ownId), model.snapshot(), 'listed').conversations.get(1);
  if (!state) throw new Error('It was folded.');
  return { ...state, messages: model.messages().filter(({ seq }) => loadedSeqs.includes(seq)) };
}
const sends = (count: number): Step[] => Array.from({ length: count }, () => ({ do: 'send', who: 1 }));
const seqs = (state: ConversationState) => latestRun(state).map(({ seq }) => seq);

describe('the messages that can be shown', () => {
  it('are the unbroken run up to the end', () => {
    expect(seqs(known(sends(6), [1, 2, 4, 5, 6]))).toEqual([4, 5, 6]);
    expect(seqs(known(sends(3), [1, 2, 3]))).toEqual([1, 2, 3]);
  });

  it('are none while the end is not loaded', () => {
    expect(seqs(known(sends(6), [1, 2, 3]))).toEqual([]);
    expect(seqs(known([], []))).toEqual([]);
  });

  it('have something older until the first one is loaded', () => {
    expect(hasOlder(known(sends(6), [4, 5, 6]))).toBe(true);
    expect(hasOlder(known(sends(3), [1, 2, 3]))).toBe(false);
    expect(hasOlder(known([], []))).toBe(false);
  });

  it('are the same array for the same state', () => {
    const state = known(sends(3), [2, 3]);
    expect(latestRun(state)).toBe(latestRun(state));
  });
});

describe('the status of an own message', () => {
  const own: Step = { do: 'send', who: 0 };
  const status = (...steps: Step[]) => {
    const state = known([own, ...steps], [1]);
    const [message] = state.messages;
    return message && messageStatus(state, message);
  };

  it('rises with the last of the others', () => {
    expect(status()).toBe('sent');
    expect(status({ do: 'deliver', who: 1, seq: 1 })).toBe('sent');
    const delivered: Step[] = [1, 2].map((who) => ({ do: 'deliver', who, seq: 1 }));
    expect(status(...delivered)).toBe('delivered');
    expect(status(...delivered, { do: 'read', who: 1, seq: 1 })).toBe('delivered');
    expect(status({ do: 'read', who: 1, seq: 1 }, { do: 'read', who: 2, seq: 1 })).toBe('read');
  });

  it('does not wait for somebody who left', () => {
    expect(status({ do: 'read', who: 1, seq: 1 }, { do: 'remove', who: 1 })).toBe('read');
  });
});

it('a direct conversation is called after the other person, as they are called now', () => {
  const told = createModel().snapshot();
  const participants = told.participants.slice(0, 2);
  const direct = { ...told, type: 'direct' as const, name: null, participants, participantCount: 2 };
  const state = foldConversation(emptyChatState(ownId), direct, 'listed');
  const [, other] = participants;
  if (!other) throw new Error('There are two.');
  const user = { ...other.user, fullName: 'Ada', version: 2 };
  const renamed = foldEvent(state, { type: 'user.updated', user });
  const titles = [state, renamed].map((each) => {
    const conversation = each.conversations.get(1)?.conversation;
    return conversation && conversationTitle(each, conversation);
  });
  expect(titles).toEqual(['Person 2', 'Ada']);
});
