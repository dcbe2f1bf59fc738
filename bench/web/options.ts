import { parseArgs } from 'node:util';
import { z } from 'zod';
import { stages } from './stages/all-stages.ts';

const names = Object.keys(stages);

const Options = z.object({
  rounds: z.coerce.number().int().min(1),
  only: z.array(z.enum(names)),
  write: z.boolean(),
});

/** `--rounds 3`, `--only <stage>` (several times for several), `--write` (the figures into docs/performance.md). */
export const readOptions = (): z.infer<typeof Options> =>
  Options.parse(
    parseArgs({
      options: {
        rounds: { type: 'string', default: '3' },
        only: { type: 'string', multiple: true, default: names },
        write: { type: 'boolean', default: false },
      },
    }).values,
  );
