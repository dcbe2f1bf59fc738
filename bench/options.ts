import { parseArgs } from 'node:util';
import { z } from 'zod';
import { workloads } from './workloads/all-workloads.ts';

const names = Object.keys(workloads);

const Options = z.object({
  quick: z.boolean(),
  only: z.array(z.enum(names)),
  write: z.boolean(),
  profile: z.boolean(),
});

/**
 * `--quick`, `--only <workload>` (several times for several), `--write` (the figures into docs/performance.md), `--profile`
 * (what our server's processor did, into bench/results; figures are worse then).
 */
export const readOptions = (): z.infer<typeof Options> =>
  Options.parse(
    parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: names },
        profile: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    }).values,
  );
