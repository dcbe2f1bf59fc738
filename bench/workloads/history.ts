import { dataSetScale } from '@vibe/db/testing';
import { randomFrom } from '@vibe/realtime/testing';
import { vibeChatWithHistory } from '../contenders/vibe-chat-with-history.ts';
import { type Pace, readWindow } from './pace.ts';
import { playFrom } from './play-on.ts';
import { powerOfTen, storedMessages } from './stored-messages.ts';
import type { Workload } from './workload.ts';

/** The data set's longest conversation, and somebody who has been in it from the beginning. */
const giantId = 1;
const readerId = 1;
/** As many as the client gets when it loads what is older, which it does without saying how many. */
const rows = 50;
const pagesAsked = 500;

/** Scrolling up: a page far back must not take longer than one near the end. */
export const history = (pace: Pace): Workload[] => {
  const stored = storedMessages(pace);
  const { giantMessages } = dataSetScale(stored);
  const start = vibeChatWithHistory(stored, async () => [{ userId: readerId, conversationIds: [giantId] }]);
  const sideAt = (depth: number) =>
    playFrom(
      `depth ${powerOfTen(depth)}`,
      start,
      {
        kind: 'read',
        path: 'message.list',
        inputs: pagesAround(depth, giantMessages).map((before) => ({ conversationId: giantId, before })),
        list: 'messages',
        rows,
        ...readWindow(pace),
      },
      1,
    );
  const [deepest = 0, ...others] = [1e6, 1e4, 10].filter((depth) => depth * 1.1 + rows < giantMessages);
  return [
    {
      name: 'history',
      title: `a page at depth ${powerOfTen(deepest)} of one conversation, in ${powerOfTen(stored)} messages`,
      rounds: pace.rounds,
      sides: [deepest, ...others].map(sideAt),
      figures: [
        {
          name: 'p50 until the answer',
          unit: 'ms',
          value: 'answerMsP50',
          targets: others.map((depth) => ({ beside: `depth ${powerOfTen(depth)}`, atMost: 1.2 })),
        },
      ],
    },
  ];
};

/** Seqs to ask before: about so far from the end, a tenth more or less, so that no page has a cache to itself. */
export function pagesAround(depth: number, lastSeq: number): number[] {
  const random = randomFrom(depth);
  return Array.from({ length: pagesAsked }, () => lastSeq - Math.round(depth * (0.9 + 0.2 * random())));
}
