// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { type Anchor, type ConversationState, emptyChatState, foldConversation } from '@vibe/client';
import { createModel, ownId } from '@vibe/client/testing';
import { expect, test } from 'vitest';
import { useShownRun } from '../src/message-list/use-shown-run.ts';

const model = createModel();
for (let sent = 0; sent < 100; sent++) model.apply({ do: 'send', who: sent });
const messages = model.messages();

/** The conversation with those of its messages loaded: from the first to the last of each pair. */
function loaded(...spans: [number, number][]): ConversationState {
  const known = foldConversation(emptyChatState(ownId), model.snapshot(), 'listed').conversations.get(1);
  if (!known) throw new Error('It was folded.');
  return { ...known, messages: spans.flatMap(([from, to]) => messages.slice(from - 1, to)) };
}
const rejoined = (known: ConversationState): ConversationState => {
  const { conversation } = known;
  const membership = { ...conversation.membership, joinVersion: 1_000, visibleFromSeq: 100 };
  return { ...known, conversation: { ...conversation, membership } };
};

function show(known: ConversationState, opening: Anchor) {
  const { result, rerender } = renderHook((props) => useShownRun(props, opening), { initialProps: known });
  return {
    seqs: () => [result.current.run.messages[0]?.seq, result.current.run.messages.at(-1)?.seq],
    goTo: (place: Anchor) => act(() => result.current.goTo(place)),
    isAt: (place: Anchor) => result.current.isAt(place),
    isOnTheWay: () => result.current.isOnTheWay,
    become: rerender,
  };
}

test('nothing is shown until the place is loaded, and then what is around it', () => {
  const shown = show(loaded([81, 100]), 40);
  expect(shown.seqs()).toEqual([undefined, undefined]);
  expect(shown.isAt(40)).toBe(false);
  shown.become(loaded([21, 60], [81, 100]));
  expect(shown.isAt(40)).toBe(true);
  expect(shown.seqs()).toEqual([21, 60]);
  expect(shown.isAt('end')).toBe(false);
  shown.become(loaded([11, 70], [81, 100]));
  expect(shown.seqs()).toEqual([11, 70]);
});

test('what is shown stays until the place that is wanted is there; the last one wanted wins', () => {
  const shown = show(loaded([81, 100]), 'end');
  shown.goTo(10);
  shown.goTo(40);
  expect(shown.isOnTheWay()).toBe(true);
  shown.become(loaded([1, 20], [81, 100]));
  expect(shown.seqs()).toEqual([81, 100]);
  expect(shown.isAt(40)).toBe(false);
  shown.become(loaded([1, 20], [31, 50], [81, 100]));
  expect(shown.seqs()).toEqual([31, 50]);
  expect(shown.isAt(40)).toBe(true);
  expect(shown.isOnTheWay()).toBe(false);
});

test('one goes to the end also where that is not loaded yet', () => {
  const shown = show(loaded([31, 50]), 40);
  shown.goTo('end');
  expect(shown.seqs()).toEqual([31, 50]);
  shown.become(loaded([31, 50], [81, 100]));
  expect(shown.seqs()).toEqual([81, 100]);
  expect(shown.isAt('end')).toBe(true);
});

test('what was shown outlives that all of it is loaded anew', () => {
  const shown = show(loaded([31, 70], [81, 100]), 50);
  shown.become(loaded());
  expect(shown.seqs()).toEqual([31, 70]);
  expect(shown.isAt(50)).toBe(false);
  shown.become(loaded([26, 75], [81, 100]));
  expect(shown.seqs()).toEqual([26, 75]);
  expect(shown.isAt(50)).toBe(true);
});

test('who left and is back is shown nothing of before', () => {
  const shown = show(loaded([31, 70]), 50);
  shown.become(rejoined(loaded()));
  expect(shown.seqs()).toEqual([undefined, undefined]);
});
