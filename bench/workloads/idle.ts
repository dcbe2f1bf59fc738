import { bareWs, socketIo, trpcDocumented } from '../contenders/reference.ts';
import { ours } from '../contenders/vibe-chat.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** What somebody costs who has the chat open and says nothing. */
export const idle = ({ isQuick }: Pace): Workload[] => {
  const people = isQuick ? 1_000 : 5_000;
  const others = isQuick ? [] : [socketIo, trpcDocumented];
  return [
    {
      name: 'idle',
      title: `${people.toLocaleString('en')} connections, each in 5 groups of 10`,
      rounds: 3,
      sides: [ours, bareWs, ...others].map((contender) =>
        playOn(
          contender,
          { people, groupSize: 10, groupsPerPerson: 5 },
          { kind: 'idle', settleMs: isQuick ? 1_000 : 5_000 },
        ),
      ),
      figures: [
        {
          name: 'server memory',
          unit: 'KiB a connection',
          value: 'kibPerConnection',
          targets: [{ beside: bareWs.name, atMost: 1.5 }],
        },
      ],
    },
  ];
};
