import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const Env = z.object({
  /** The fitness platform's. */
  PORT: port.default(4000),
  /** The chat's. */
  CHAT_PORT: port.default(4001),
  DATA_DIR: z.string().default(join(import.meta.dirname, '../../../../.data-embed')),
});

export const readEnv = (): z.infer<typeof Env> => Env.parse(process.env);

/** What the chat's server is started with, beside what it is told. */
export const inherited: NodeJS.ProcessEnv = process.env;
