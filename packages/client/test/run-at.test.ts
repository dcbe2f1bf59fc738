import { describe, expect, it } from 'vitest';
import {
  type Anchor,
  type ConversationState,
  emptyChatState,
  foldConversation,
  foldEvent,
  foldMessagePage,
  runAt,
} from '../src/index.ts';
import { createModel, ownId } from '../src/testing/conversation-model.ts';

/** A group with that many messages, of which some are loaded; its member sees those after `visibleFromSeq`. */
function openGroup(count: number, loadedSeqs: number[], visibleFromSeq = 0) {
  const model = createModel();
  const send = () => model.apply({ do: 'send', who: 1 });
  for (let index = 0; index < count; index++) send();
  const told = model.snapshot();
  const membership = { ...told.membership, visibleFromSeq };
  const participants = told.participants.map((each) => (each.userId === ownId ? membership : each));
  const conversation = { ...told, membership, participants };
  const page = (seqs: number[]) => ({
    messages: model.messages().filter(({ seq }) => seqs.includes(seq)),
    users: [],
  });
  const listed = foldConversation(emptyChatState(ownId), conversation, 'listed');
  return { model, send, page, state: foldMessagePage(listed, 1, page(loadedSeqs)) };
}

const knownIn = ({ conversations }: ReturnType<typeof openGroup>['state']): ConversationState => {
  const known = conversations.get(1);
  if (!known) throw new Error('It was folded.');
  return known;
};
const shown = (known: ConversationState, anchor: Anchor) => {
  const { messages, hasOlder, hasNewer } = runAt(known, anchor);
  return { seqs: messages.map(({ seq }) => seq), hasOlder, hasNewer };
};

describe('the run at an anchor', () => {
  const known = knownIn(openGroup(12, [1, 2, 5, 6, 7, 11, 12]).state);

  it('is what lies around it without a hole', () => {
    expect(shown(known, 6)).toEqual({ seqs: [5, 6, 7], hasOlder: true, hasNewer: true });
    expect(shown(known, 1)).toEqual({ seqs: [1, 2], hasOlder: false, hasNewer: true });
    expect(shown(known, 'end')).toEqual({ seqs: [11, 12], hasOlder: true, hasNewer: false });
    expect(shown(knownIn(openGroup(2, [1, 2]).state), 2)).toEqual({
      seqs: [1, 2],
      hasOlder: false,
      hasNewer: false,
    });
  });

  it('is empty where nothing is loaded, and tells what there is to load', () => {
    expect(shown(known, 9)).toEqual({ seqs: [], hasOlder: true, hasNewer: true });
    const unloaded = knownIn(openGroup(3, []).state);
    expect(shown(unloaded, 'end')).toEqual({ seqs: [], hasOlder: true, hasNewer: false });
    expect(shown(knownIn(openGroup(0, []).state), 'end')).toEqual({
      seqs: [],
      hasOlder: false,
      hasNewer: false,
    });
  });

  it('goes to the nearest seq that the member may see', () => {
    const hidden = knownIn(openGroup(9, [5, 6, 9], 4).state);
    expect(shown(hidden, 1)).toEqual({ seqs: [5, 6], hasOlder: false, hasNewer: true });
    expect(shown(hidden, 4)).toEqual(shown(hidden, 1));
    expect(shown(hidden, 400)).toEqual(shown(hidden, 'end'));
    expect(shown(hidden, Number.NaN)).toEqual(shown(hidden, 'end'));
    const allHidden = knownIn(openGroup(3, [], 3).state);
    for (const anchor of [1, 3, 9, 'end'] as const) {
      expect(shown(allHidden, anchor)).toEqual({ seqs: [], hasOlder: false, hasNewer: false });
    }
  });

  it('merges with the next one once what was between them is loaded', () => {
    const { state, page } = openGroup(12, [5, 6, 7, 11, 12]);
    const joined = foldMessagePage(state, 1, page([8, 9, 10]));
    expect(shown(knownIn(joined), 6).seqs).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('is the same object until it changes, while messages arrive at the end', () => {
    const { state, send } = openGroup(12, [5, 6, 7, 11, 12]);
    const before = runAt(knownIn(state), 6);
    expect(runAt(knownIn(state), 5)).toBe(before);
    const after = send().reduce(foldEvent, state);
    expect(shown(knownIn(after), 'end').seqs).toEqual([11, 12, 13]);
    expect(runAt(knownIn(after), 6)).toBe(before);
    expect(runAt(knownIn(after), 9)).toBe(runAt(knownIn(state), 9));
  });

  it('is another one when one of its messages changes', () => {
    const { state, model } = openGroup(7, [5, 6, 7]);
    const before = runAt(knownIn(state), 6);
    const edited = model.apply({ do: 'edit', message: 5 }).reduce(foldEvent, state);
    expect(runAt(knownIn(edited), 6)).not.toBe(before);
    expect(runAt(knownIn(edited), 6).messages[1]).toMatchObject({ seq: 6, editedAt: expect.any(String) });
  });
});
