import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ImportError } from './import-error.ts';

/** What it shares with the server, by the same names and defaults. */
const Env = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATA_DIR: z.string().default(join(import.meta.dirname, '../../../.data')),
});

export interface ImporterEnv {
  database: { url: string | undefined; dataDir: string };
}

/** @throws ImportError naming the variable and what is wrong with it */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): ImporterEnv {
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const { data: env, error } = Env.safeParse(Object.fromEntries(set));
  if (error) {
    const [issue] = error.issues;
    throw new ImportError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  return { database: { url: env.DATABASE_URL, dataDir: resolve(env.DATA_DIR) } };
}
