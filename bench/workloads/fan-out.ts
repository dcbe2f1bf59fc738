import { bareWs, socketIo, trpcDocumented } from '../contenders/reference.ts';
import { ours } from '../contenders/vibe-chat.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** One group with everyone in it: what a delivery costs the server. */
export const fanOut = ({ isQuick, rounds, warmUpMs, measureMs }: Pace): Workload[] =>
  (isQuick ? [200] : [200, 1_000]).map((online) => ({
    name: 'fan-out',
    title: `1 group, ${online.toLocaleString('en')} online, 8 sends in flight`,
    rounds,
    sides: [ours, bareWs, socketIo, ...(isQuick ? [] : [trpcDocumented])].map((contender) =>
      playOn(
        contender,
        { people: online, groupSize: online, groupsPerPerson: 1 },
        { kind: 'closed', inFlight: 8, isDelivered: true, pauseMs: 0, warmUpMs, measureMs },
      ),
    ),
    figures: [
      {
        name: 'deliveries',
        unit: 'per CPU-second',
        value: 'deliveriesPerCpuSecond',
        targets: [
          { beside: bareWs.name, atLeast: 1.5 },
          { beside: socketIo.name, atLeast: 2.5 },
          ...(isQuick ? [] : [{ beside: trpcDocumented.name, atLeast: 8 }]),
        ],
      },
    ],
  }));
