import { z } from 'zod';

const Env = z.object({
  /** The server's tRPC endpoint. */
  VIBE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .default('http://localhost:3000/trpc'),
  /** What `pnpm vibe service:create --name Coach` printed. */
  VIBE_KEY: z
    .string({ error: 'must be set: make a key with `pnpm vibe service:create --name Coach`' })
    .min(1),
});

export type BotEnv = z.infer<typeof Env>;

/** @throws Error whose message names the variable and what is wrong with it. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): BotEnv {
  const { data, error } = Env.safeParse(variables);
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`${String(issue?.path[0])} ${issue?.message}.`);
}
