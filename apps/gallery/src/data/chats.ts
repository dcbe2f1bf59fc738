import type { Prepared, Wanted } from './conversations.ts';
import { prepare } from './conversations.ts';
import { everyKind, toMessages } from './messages.ts';
import { crowd, people } from './people.ts';
import { days, hours, minutesAgo } from './times.ts';

const { maya, ana, leo, yuki, jonas, long, rtl, emoji, gone, unbroken } = people;
const always = '9999-12-31T23:59:59.000Z';

/** The conversation with every kind of message in it. */
export const runnersId = 1;

/** One conversation for each state of a row in the list; `says` is the last message. */
const rows: readonly (Omit<Wanted, 'id' | 'messages'> & { says: string; from?: typeof maya; ago: number })[] =
  [
    {
      others: [ana],
      says: 'How many hills?',
      from: ana,
      ago: 2,
      unreadCount: 3,
      preference: { pinnedAt: minutesAgo(9) },
    },
    { others: [leo], says: 'Sent, and not there yet', ago: 7, deliveredSeq: 0, readSeq: 0 },
    { others: [yuki], says: 'Delivered', ago: 40, readSeq: 0 },
    { others: [jonas], says: 'Read', ago: 3 * hours },
    {
      others: [long],
      says: 'A message of many words, of which a list shows only the first ones, since the line ends',
      from: long,
      ago: 1 * days,
      unreadCount: 1_204,
    },
    {
      name: unbroken.fullName,
      others: [ana, unbroken],
      says: 'https://example.com/a/very/long/address/without/any/place/to/break',
      from: unbroken,
      ago: 2 * days,
      unreadCount: 12,
      preference: { mutedUntil: always },
    },
    { others: [rtl], says: 'שלום! מתי נפגשים?', from: rtl, ago: 3 * days },
    { others: [emoji], says: '🎉🎉🎉', from: emoji, ago: 5 * days },
    { others: [gone], says: 'Good luck with everything!', ago: 40 * days },
    {
      name: 'Everybody',
      others: [ana, leo, ...crowd],
      isSummary: true,
      says: 'Welcome, all of you.',
      ago: 400 * days,
    },
  ];

const runners = prepare({
  id: runnersId,
  name: 'Saturday Runners',
  others: [ana, leo, yuki, jonas, long, rtl, emoji],
  roles: { [maya.id]: 'owner', [leo.id]: 'admin' },
  messages: toMessages(runnersId, everyKind),
});

/** Maya's list, with a row for each state. */
export const chats: readonly Prepared[] = [
  runners,
  ...rows.map(({ says, from = maya, ago, ...wanted }, index) => {
    const id = runnersId + 1 + index;
    return prepare({ ...wanted, id, messages: toMessages(id, [{ from, says, ago }]) });
  }),
  prepare({ id: 90, name: 'Nothing written yet', others: [ana] }),
  prepare({ id: 91, name: 'Put away', others: [leo], preference: { archivedAt: minutesAgo(1) } }),
];

/** By what they show. */
export const chatIds = { direct: 2, deactivated: 10, crowd: 11, empty: 90 };
