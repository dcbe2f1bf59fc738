import { ours, vibeChat } from '../contenders/vibe-chat.ts';
import { fortyGroups } from './forty-groups.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** Half of each group on one instance, half on the other, both on the server's one processor: what crossing Redis costs. */
export const twoInstances = ({ rounds, warmUpMs, measureMs }: Pace): Workload[] => [
  {
    name: 'two-instances',
    title: '40 × 10 people, 64 sends in flight, over Redis',
    rounds,
    sides: [vibeChat(2), ours].map((contender) =>
      playOn(contender, fortyGroups, {
        kind: 'closed',
        inFlight: 64,
        isDelivered: true,
        pauseMs: 0,
        warmUpMs,
        measureMs,
      }),
    ),
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
