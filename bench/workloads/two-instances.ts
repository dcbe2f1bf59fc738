import { ours, vibeChat } from '../contenders/vibe-chat.ts';
import { fortyGroups, wholePath } from './forty-groups.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** Half of each group on one instance, half on the other, both on the server's one processor: what crossing Redis costs. */
export const twoInstances = (pace: Pace): Workload[] => [
  {
    name: 'two-instances',
    title: '40 × 10 people, 64 sends in flight, over Redis',
    rounds: pace.rounds,
    sides: [vibeChat(2), ours].map((contender) => playOn(contender, fortyGroups, wholePath(pace))),
    figures: [
      {
        name: 'server CPU',
        unit: 'µs a delivery',
        value: 'cpuMicrosPerDelivery',
        targets: [{ beside: ours.name, atMost: 1.3 }],
      },
    ],
  },
];
