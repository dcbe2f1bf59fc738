import { describe, expect, it } from 'vitest';
import {
  type ConversationState,
  conversationTitle,
  emptyChatState,
  firstUnreadSeq,
  foldConversation,
  foldEvent,
  hasOlder,
  latestRun,
  messageStatus,
  readersOf,
} from '../src/index.ts';
import { createModel, ownId, type Step } from '../src/testing/conversation-model.ts';

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

  it('does not wait for who may not see it, but for one who may', () => {
    const state = known([own, { do: 'read', who: 1, seq: 1 }], [1]);
    const hiddenFrom = (...userIds: number[]) => ({
      ...state.conversation,
      receipts: state.conversation.receipts.filter(({ userId }) => userId !== 3),
      participants: state.conversation.participants.map((member) =>
        userIds.includes(member.userId) ? { ...member, visibleFromSeq: 1 } : member,
      ),
    });
    const [message] = state.messages;
    if (!message) throw new Error('It is loaded.');
    const statuses = [[], [3], [2, 3]].map((userIds) =>
      messageStatus({ ...state, conversation: hiddenFrom(...userIds) }, message),
    );
    expect(statuses).toEqual(['sent', 'read', 'sent']);
  });

  it('does not wait for somebody who left', () => {
    expect(status({ do: 'read', who: 1, seq: 1 }, { do: 'remove', who: 1 })).toBe('read');
  });
});

describe('who has read a message', () => {
  const group = (...steps: Step[]) =>
    known([{ do: 'send', who: 0 }, { do: 'join', who: 0 }, ...steps], [1, 2]);
  const idsOf = (state: ConversationState) => {
    const message = state.messages[0];
    if (!message) throw new Error('It is loaded.');
    const { read, delivered, rest } = readersOf(state, message);
    return [read, delivered, rest].map((members) => members.map(({ userId }) => userId));
  };

  it('is told of each of the others', () => {
    const steps: Step[] = [
      { do: 'read', who: 1, seq: 1 },
      { do: 'deliver', who: 2, seq: 1 },
    ];
    expect(idsOf(group())).toEqual([[4], [], [2, 3]]);
    expect(idsOf(group(...steps))).toEqual([[2, 4], [3], []]);
  });

  it('leaves out who may not see it', () => {
    const state = group();
    const participants = state.conversation.participants.map((member) =>
      member.userId === 3 ? { ...member, visibleFromSeq: 1 } : member,
    );
    expect(idsOf({ ...state, conversation: { ...state.conversation, participants } })).toEqual([
      [4],
      [],
      [2],
    ]);
  });

  it('is the same object until somebody gets on', () => {
    const state = group();
    const message = state.messages[0];
    if (!message) throw new Error('It is loaded.');
    const later = { ...state, isStale: true };
    expect(readersOf(later, message)).toBe(readersOf(state, message));
  });
});

describe('the first unread message', () => {
  const first = (state: ConversationState) => firstUnreadSeq(state, ownId);
  const others = (count: number): Step[] => Array.from({ length: count }, () => ({ do: 'send', who: 1 }));
  const own: Step = { do: 'send', who: 0 };
  const read: Step = { do: 'read', who: 0, seq: 2 };

  it('is the one after what was read', () => {
    expect(first(known([...others(4), read], []))).toBe(3);
    expect(first(known(others(1), []))).toBe(1);
  });

  it('is none where all is read', () => {
    expect(first(known([...others(2), read], []))).toBe(null);
    expect(first(known([], []))).toBe(null);
  });

  it('is neither deleted nor one’s own', () => {
    const steps: Step[] = [...others(3), { do: 'delete', message: 2 }, own, ...others(1)];
    expect(first(known([...steps, read], []))).toBe(5);
    const unlisted = known([...steps, read], [3, 4]);
    const conversation = { ...unlisted.conversation, uncountedSeqs: null };
    expect(first({ ...unlisted, conversation })).toBe(5);
    expect(first({ ...unlisted, conversation, messages: [] })).toBe(3);
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
