import { ours } from '../contenders/vibe-chat.ts';
import type { Pace } from './pace.ts';
import { playOn } from './play-on.ts';
import type { Workload } from './workload.ts';

const people = 1_000;
const perSecond = 2;

/** Whether a room full of people who type and read holds up what is said in it. */
export const busyRoom = ({ rounds, warmUpMs, measureMs }: Pace): Workload[] => {
  const sideOf = (name: string, isBustling: boolean) =>
    playOn(
      { ...ours, name },
      { people, groupSize: people, groupsPerPerson: 1 },
      // Sends are few here: the window is longer, so that there are enough of them.
      { kind: 'open', perSecond, isBustling, warmUpMs, measureMs: 2 * measureMs },
    );
  const quiet = sideOf('the same room, quiet', false);
  return [
    {
      name: 'busy-room',
      title: `1 group, ${people.toLocaleString('en')} online, all typing and reading, ${perSecond} sends/s`,
      rounds,
      sides: [sideOf(ours.name, true), quiet],
      figures: [
        {
          name: 'p50 until delivered',
          unit: 'ms',
          value: 'deliveredMsP50',
          targets: [{ beside: quiet.name, atMost: 1.2 }],
        },
        {
          name: 'p99 until delivered',
          unit: 'ms',
          value: 'deliveredMsP99',
          targets: [{ beside: quiet.name }],
        },
      ],
    },
  ];
};
