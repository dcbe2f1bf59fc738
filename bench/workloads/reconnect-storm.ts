import { bareHistory } from '../contenders/reference.ts';
import { ours } from '../contenders/vibe-chat.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

const missed = 100;
/** Of each group one stays connected, and writes what the others miss. */
const groupSize = 11;

/** The network comes back, and everybody with it. */
export const reconnectStorm = ({ isQuick }: Pace): Workload[] =>
  (isQuick ? [500] : [500, 2_000]).map((clients) => ({
    name: 'reconnect-storm',
    title: `${clients.toLocaleString('en')} clients, ${missed} missed messages each`,
    rounds: 3,
    sides: [ours, bareHistory].map((contender) =>
      playOn(
        contender,
        { people: (clients / (groupSize - 1)) * groupSize, groupSize, groupsPerPerson: 1 },
        { kind: 'storm', missed },
      ),
    ),
    figures: [
      {
        name: 'until all have caught up',
        unit: 's',
        value: 'secondsToCaughtUp',
        targets: [{ beside: bareHistory.name, atMost: 1.5 }],
      },
      {
        name: 'queries a client',
        unit: '',
        value: 'queriesPerClient',
        targets: [{ beside: null, atMost: 1 }],
      },
    ],
  }));
