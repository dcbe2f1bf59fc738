import { bareGroupCommit, socketIo } from '../contenders/reference.ts';
import { ours } from '../contenders/vibe-chat.ts';
import { fortyGroups } from './forty-groups.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** What people wait for on a day like any other: sends come when they come. */
export const openLoop = ({ rounds, warmUpMs, measureMs }: Pace): Workload[] => [
  {
    name: 'open-loop',
    title: '200 sends/s at random moments, 40 × 10 people',
    rounds,
    sides: [ours, bareGroupCommit, socketIo].map((contender) =>
      playOn(contender, fortyGroups, { kind: 'open', perSecond: 200, warmUpMs, measureMs }),
    ),
    figures: [
      {
        name: 'p50 until delivered',
        unit: 'ms',
        value: 'deliveredMsP50',
        targets: [{ beside: bareGroupCommit.name, atMost: 1.1 }],
      },
      {
        name: 'p99 until delivered',
        unit: 'ms',
        value: 'deliveredMsP99',
        targets: [
          { beside: bareGroupCommit.name, atMost: 1.1 },
          { beside: socketIo.name, atMost: 0.8 },
        ],
      },
    ],
  },
];
