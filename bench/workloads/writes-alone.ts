import { join } from 'node:path';
import { z } from 'zod';
import { ours } from '../contenders/vibe-chat.ts';
import { startPinned } from '../process/pinned.ts';
import { fortyGroups } from './forty-groups.ts';
import type { Pace } from './pace.ts';
import { roundSeconds } from './planned-seconds.ts';
import { playOn } from './play-on.ts';
import type { Side, Workload } from './workload.ts';

const inFlight = 256;
const program = join(import.meta.dirname, '../references/bare-inserts.ts');
const Printed = z.object({ sendsPerSecond: z.number() });

/** A program and not a server: nothing is sent to it. */
const bareInserts = ({ warmUpMs, measureMs }: Pace): Side => ({
  name: 'bare multi-row inserts',
  seconds: roundSeconds({ kind: 'closed', inFlight, isDelivered: false, pauseMs: 0, warmUpMs, measureMs }, 0),
  async measure(deployment) {
    await using database = await deployment.emptyDatabase();
    const args = [database.url, `${inFlight}`, `${warmUpMs}`, `${measureMs}`];
    await using running = startPinned({ part: 'server', file: program, args });
    return Printed.parse(JSON.parse(await running.printed(/\{.*\}/)));
  },
});

/** What making messages durable costs, without telling anybody. */
export const writesAlone = (pace: Pace): Workload[] => {
  const { rounds, warmUpMs, measureMs } = pace;
  const inserts = bareInserts(pace);
  const play = { kind: 'closed', inFlight, isDelivered: false, pauseMs: 0, warmUpMs, measureMs } as const;
  return [
    {
      name: 'writes-alone',
      title: '256 sends in flight, nobody listening',
      rounds,
      sides: [playOn(ours, fortyGroups, play), inserts],
      figures: [
        {
          name: 'sends',
          unit: '/s',
          value: 'sendsPerSecond',
          targets: [{ beside: inserts.name, atLeast: 0.7 }],
        },
        {
          name: 'log of the database',
          unit: 'bytes a send',
          value: 'walBytesPerSend',
          targets: [{ beside: null }],
        },
      ],
    },
  ];
};
