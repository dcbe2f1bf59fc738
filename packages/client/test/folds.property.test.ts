import type { Conversation, SyncEvent } from '@vibe/contract';
import fc from 'fast-check';

import { describe, expect, it } from 'vitest';
import { foldReloadedPages } from '../src/folds/fold-message.ts';
import { trimMessages } from '../src/folds/trim-messages.ts';
import {
  type ChatState,
  emptyChatState,
  foldConversation,
  foldEvent,
  foldMessagePage,
} from '../src/index.ts';
import { createModel, ownId, type Step } from '../src/testing/conversation-model.ts';
import { anySteps } from './steps.ts';

type Model = ReturnType<typeof createModel>;

const opened = (conversation: Conversation): ChatState =>
  foldConversation(emptyChatState(ownId), conversation, 'listed');
const foldAll = (state: ChatState, events: readonly SyncEvent[]): ChatState =>
  events.reduce(foldEvent, state);
const happen = (model: Model, steps: readonly Step[]): SyncEvent[] =>
  steps.flatMap((step) => model.apply(step));

const withoutMoves = (steps: Step[]): Step[] =>
  steps.filter((step) => step.do !== 'remove' && step.do !== 'join');

/** What the folds promise: the state is what the server would tell now. */
function expectAsFetched(state: ChatState, model: Model): void {
  const known = state.conversations.get(1);
  const { users, uncountedSeqs, ...told } = model.snapshot();
  // A count that cannot be worked out says so, and is fetched.
  if (!model.listUncounted && known?.isStale) return;
  expect(known?.conversation).toMatchObject(told);
  // Where the server does not list them, the folds may know them all the same.
  if (model.listUncounted) expect(known?.conversation.uncountedSeqs).toEqual(uncountedSeqs);
  for (const user of users.filter(({ id }) => told.participants.some(({ userId }) => userId === id))) {
    expect(state.users.get(user.id)).toEqual(user);
  }
}

describe.each([
  { listUncounted: true, how: 'with the uncounted seqs listed' },
  { listUncounted: false, how: 'with too many uncounted seqs to list' },
])('state and events are the state fetched again, $how', ({ listUncounted }) => {
  it('when each event comes once, in order', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (before, after) => {
        const model = createModel({ listUncounted });
        happen(model, before);
        const start = opened(model.snapshot());
        expectAsFetched(foldAll(start, happen(model, after)), model);
      }),
    );
  });

  it('when a replay repeats events, in order', () => {
    fc.assert(
      fc.property(anySteps, anySteps, fc.nat(), fc.nat(), (before, after, from, to) => {
        const model = createModel({ listUncounted });
        happen(model, before);
        const start = opened(model.snapshot());
        const events = happen(model, after);
        const once = foldAll(start, events.slice(0, to % (events.length + 1)));
        const replayed = foldAll(once, events.slice(Math.min(from, to) % (events.length + 1)));
        expectAsFetched(foldAll(replayed, events), model);
      }),
    );
  });

  it('when a snapshot arrives that is older, or newer, than the events around it', () => {
    fc.assert(
      fc.property(
        anySteps,
        anySteps,
        anySteps,
        fc.constantFrom('listed', 'created', 'fetched'),
        (...args) => {
          const [before, middle, after, source] = args;
          const model = createModel({ listUncounted });
          happen(model, before);
          const start = opened(model.snapshot());
          const events = happen(model, middle);
          const snapshot = model.snapshot();
          const late = happen(model, after);
          const isLate = foldConversation(foldAll(start, [...events, ...late]), snapshot, source);
          expectAsFetched(isLate, model);
          const isEarly = foldAll(foldConversation(start, snapshot, source), [...events, ...late]);
          expectAsFetched(isEarly, model);
        },
      ),
    );
  });

  it('when pages of messages are loaded in between', () => {
    fc.assert(
      fc.property(anySteps, anySteps, fc.nat(), (before, after, cut) => {
        const model = createModel({ listUncounted });
        happen(model, before);
        const start = opened(model.snapshot());
        const page = { messages: model.messages(), users: [] };
        const events = happen(model, after);
        const place = cut % (events.length + 1);
        const paged = foldMessagePage(foldAll(start, events.slice(0, place)), 1, page);
        const state = foldAll(paged, events.slice(place));
        expectAsFetched(state, model);
        expect(state.conversations.get(1)?.messages).toEqual(model.messages());
      }),
    );
  });
});

describe.each([true, false])(
  'what is loaded is what the server has, uncounted seqs listed: %s',
  (listUncounted) => {
    it('when pages, reloads and trimming come in between', () => {
      const deeds = fc.array(
        fc.record({
          steps: anySteps,
          what: fc.constantFrom('page', 'reload', 'trim'),
          first: fc.nat(),
          length: fc.nat({ max: 9 }),
        }),
        { maxLength: 6 },
      );
      fc.assert(
        fc.property(anySteps, deeds, (before, parts) => {
          const model = createModel({ listUncounted });
          happen(model, before);
          let state = opened(model.snapshot());
          for (const { steps, what, first, length } of parts) {
            const start = first % (model.messages().length + 1);
            const page = { messages: model.messages().slice(start, start + length), users: [] };
            const end = { messages: model.messages().slice(-length - 1), users: [] };
            const events = happen(model, steps);
            // An answer comes late; what happened meanwhile is folded again on top of it.
            state = foldAll(state, events);
            if (what === 'page') state = foldMessagePage(state, 1, page);
            if (what === 'reload') state = foldReloadedPages(state, 1, [end, page]);
            if (what === 'trim') state = trimMessages(state, 1);
            state = foldAll(state, events);
          }
          expectAsFetched(state, model);
          const loaded = state.conversations.get(1)?.messages ?? [];
          expect(loaded).toEqual(loaded.map(({ seq }) => model.messages()[seq - 1]));
        }),
      );
    });
  },
);

it('P13: the same state comes out of events in any order, but for who is a member: that comes in order', () => {
  const shuffled = anySteps.map(withoutMoves).chain((steps) => {
    const events = happen(createModel(), steps);
    return fc.record({
      steps: fc.constant(steps),
      events: fc.shuffledSubarray(events, { minLength: events.length }),
    });
  });
  fc.assert(
    fc.property(shuffled, ({ steps, events }) => {
      const model = createModel();
      const start = opened(model.snapshot());
      happen(model, steps);
      const state = foldAll(start, events);
      expectAsFetched(state, model);
      expect(foldAll(state, events)).toEqual(state);
    }),
  );
});
