import { dataSetScale } from '@vibe/db/testing';
import { vibeChatWithHistory } from '../contenders/vibe-chat-with-history.ts';
import { membersOf, spreadGroups } from '../world/spread-members.ts';
import type { Pace } from './pace.ts';
import { playFrom } from './play-on.ts';
import { powerOfTen } from './stored-messages.ts';
import type { Workload } from './workload.ts';

const groups = 400;
const sendersOfEach = 3;
const inFlight = 256;

/**
 * What years of messages do to the next one. Nobody listens, so that most of it is the database's work, and the senders'
 * groups are spread over all that is stored, so that an index is written where there is much of it already.
 */
export const growth = ({ isQuick, rounds, warmUpMs, measureMs }: Pace): Workload[] => {
  const [most = 0, ...less] = isQuick ? [1e5, 1e4] : [1e7, 1e6, 1e5, 1e4];
  const nameOf = (stored: number) => `${powerOfTen(stored)} stored`;
  const sideAt = (stored: number) => {
    const groupIds = spreadGroups(dataSetScale(stored).conversations, groups);
    return playFrom(
      nameOf(stored),
      vibeChatWithHistory(stored, (client) => membersOf(client, groupIds, sendersOfEach)),
      { kind: 'closed', inFlight, isDelivered: false, pauseMs: 0, warmUpMs, measureMs },
      groups * sendersOfEach,
    );
  };
  return [
    {
      name: 'growth',
      title: `${inFlight} sends in flight into ${groups} groups, ${nameOf(most)}`,
      rounds,
      sides: [most, ...less].map(sideAt),
      figures: [
        {
          name: 'sends',
          unit: '/s',
          value: 'sendsPerSecond',
          targets: less.map((stored) => ({ beside: nameOf(stored), atLeast: 0.8 })),
        },
      ],
    },
  ];
};
