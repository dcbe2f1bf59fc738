import { limits } from '@vibe/contract';
import { readers } from '@vibe/db/testing';
import { vibeChatWithHistory } from '../contenders/vibe-chat-with-history.ts';
import { type Pace, readWindow } from './pace.ts';
import { playFrom } from './play-on.ts';
import { powerOfTen, storedMessages } from './stored-messages.ts';
import type { Workload } from './workload.ts';

/** What a person waits for who opens the chat, however many conversations they are in. */
export const conversationList = (pace: Pace): Workload[] => [
  // As the React client asks. Who is in ten conversations gets a page of ten, and the others five times as much.
  firstPage(pace, 'first page, as the React client asks for it', {}),
  // The same for all: what is left of the difference is what looking for the page costs.
  ...(pace.isQuick ? [] : [firstPage(pace, 'first page of 10', { limit: 10 })]),
];

type Reader = (typeof readers)[number];
const nameOf = ({ conversations }: Pick<Reader, 'conversations'>): string =>
  `in ${conversations.toLocaleString('en')}`;

function firstPage(pace: Pace, what: string, input: { limit?: number }): Workload {
  const stored = storedMessages(pace);
  const sideOf = ({ userId, conversations }: Reader) =>
    playFrom(
      nameOf({ conversations }),
      vibeChatWithHistory(stored, async () => [{ userId, conversationIds: [] }]),
      {
        kind: 'read',
        path: 'conversation.list',
        inputs: [input],
        list: 'conversations',
        rows: Math.min(conversations, input.limit ?? limits.pageRowsDefault),
        ...readWindow(pace),
      },
      1,
    );
  const [few, some, many] = readers;
  const fewer = pace.isQuick ? [few] : [some, few];
  return {
    name: 'conversation-list',
    title: `${what}, ${nameOf(many)} conversations, in ${powerOfTen(stored)} messages`,
    rounds: pace.rounds,
    sides: [many, ...fewer].map(sideOf),
    figures: [
      {
        name: 'p50 until the answer',
        unit: 'ms',
        value: 'answerMsP50',
        targets: fewer.map((reader) => ({ beside: nameOf(reader), atMost: 2 })),
      },
    ],
  };
}
