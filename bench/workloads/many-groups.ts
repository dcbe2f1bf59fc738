import { bareGroupCommit, socketIo, trpcDocumented } from '../contenders/reference.ts';
import { ours } from '../contenders/vibe-chat.ts';
import { fortyGroups, wholePath } from './forty-groups.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** The whole path: a send takes its place until everyone in its group has it. */
export const manyGroups = (pace: Pace): Workload[] => [
  {
    name: 'many-groups',
    title: '40 × 10 people, 64 sends in flight',
    rounds: pace.rounds,
    sides: [ours, bareGroupCommit, socketIo, ...(pace.isQuick ? [] : [trpcDocumented])].map((contender) =>
      playOn(contender, fortyGroups, wholePath(pace)),
    ),
    figures: [
      {
        name: 'sends',
        unit: '/s',
        value: 'sendsPerSecond',
        targets: [
          { beside: bareGroupCommit.name, atLeast: 1.2 },
          { beside: socketIo.name, atLeast: 2.4 },
          ...(pace.isQuick ? [] : [{ beside: trpcDocumented.name, atLeast: 7 }]),
        ],
      },
    ],
  },
];
