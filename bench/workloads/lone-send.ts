import { bareGroupCommit } from '../contenders/reference.ts';
import { ours } from '../contenders/vibe-chat.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

/** Between an answer and the next send: enough for everything to have come to rest. */
const pauseMs = 5;

/** What a person waits for when the server has nothing else to do. With one send at a time, group commit is one insert. */
export const loneSend = ({ rounds, warmUpMs, measureMs }: Pace): Workload[] => [
  {
    name: 'lone-send',
    title: 'one send at a time on an idle server',
    rounds,
    sides: [ours, bareGroupCommit].map((contender) =>
      playOn(
        contender,
        { people: 1, groupSize: 1, groupsPerPerson: 1 },
        { kind: 'closed', inFlight: 1, isDelivered: true, pauseMs, warmUpMs, measureMs },
      ),
    ),
    figures: [
      {
        name: 'p50 until the answer',
        unit: 'ms',
        value: 'ackMsMedian',
        targets: [{ beside: bareGroupCommit.name, atMost: 1.6 }],
      },
    ],
  },
];
