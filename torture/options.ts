import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type FaultName, faultNames, isFaultName } from './faults/all-faults.ts';

/** What `pnpm torture` is asked for. */
export interface Options {
  seed: number;
  minutes: number;
  people: number;
  instances: number;
  faults: readonly FaultName[];
  isShrinking: boolean;
  /** Whether its logs and journals stay when nothing was wrong. */
  isKeeping: boolean;
  /** A file for the report; undefined: none is written. */
  report: string | undefined;
}

const Flags = z.object({
  seed: z.coerce.number().int().min(0).optional(),
  minutes: z.coerce.number().positive().default(5),
  people: z.coerce.number().int().min(3).max(200).default(40),
  instances: z.coerce.number().int().min(1).max(8).default(3),
  faults: z
    .string()
    .transform((list) => (list === 'none' ? [] : list.split(',')))
    .pipe(z.array(z.string().refine(isFaultName, { error: `knows ${faultNames.join(', ')}` })))
    .optional(),
  shrink: z.boolean().default(false),
  keep: z.boolean().default(false),
  report: z.string().optional(),
});

/** @throws a sentence that names the flag */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      minutes: { type: 'string' },
      people: { type: 'string' },
      instances: { type: 'string' },
      faults: { type: 'string' },
      shrink: { type: 'boolean' },
      keep: { type: 'boolean' },
      report: { type: 'string' },
    },
  });
  const { data: flags, error } = Flags.safeParse(values);
  if (error) throw new Error(`--${String(error.issues[0]?.path[0])}: ${error.issues[0]?.message}`);
  return {
    seed: flags.seed ?? Math.floor(Math.random() * 2 ** 31),
    minutes: flags.minutes,
    people: flags.people,
    instances: flags.instances,
    faults: flags.faults?.filter(isFaultName) ?? faultNames,
    isShrinking: flags.shrink,
    isKeeping: flags.keep,
    report: flags.report,
  };
}
