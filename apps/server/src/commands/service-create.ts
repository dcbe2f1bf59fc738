import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from '@vibe/chat';
import { scopes as knownScopes, limits, Scope, text } from '@vibe/contract';
import { connectDatabase, createStores, migrate, openClient } from '@vibe/db';
import { z } from 'zod';
import { readEnv } from '../env.ts';
import { authSecret } from '../identity/auth-secret.ts';
import { deriveKeys } from '../identity/secret-keys.ts';
import { tokenIssuer } from '../identity/token-issuer.ts';
import { StartError } from '../start/start-error.ts';

const usage = `Usage: pnpm vibe service:create --name <name> [--scope <scope> …] [--days <days>]
Scopes: ${knownScopes.join(', ')}`;
const dayMs = 24 * 60 * 60_000;

const days = '--days must be a whole number from 1 to 3650';

const Options = z.object({
  name: z.string('--name must be given').pipe(text('--name', limits.nameChars)),
  scope: z.array(z.enum(Scope.enum, `--scope must be one of ${knownScopes.join(', ')}`)).default([]),
  days: z.coerce.number(days).int(days).min(1, days).max(3_650, days).default(365),
});

/** Makes the account of a service and its key, which is shown this once. Works while the server runs. */
export async function createService(args: string[]): Promise<string> {
  const { name, scope: scopes, days } = parse(args);
  const env = readEnv();
  await using database = await connectDatabase(env.database);
  await migrate(database);
  await using started = new AsyncDisposableStack();
  const stores = createStores(started.use(openClient(database)));
  const tokens = tokenIssuer(deriveKeys(await authSecret(env.authSecret, env.database.dataDir)), systemClock);

  const user = await stores.users.createService(name);
  const sessionId = randomUUID();
  const expiresAt = new Date(Date.now() + days * dayMs);
  await stores.sessions.create({
    id: sessionId,
    userId: user.id,
    scopes,
    refreshHash: null,
    label: name,
    expiresAt,
  });
  return tokens.accessToken({ userId: user.id, sessionId, scopes }, expiresAt);
}

function parse(args: string[]): z.infer<typeof Options> {
  const options = {
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    days: { type: 'string' },
  } as const;
  try {
    return Options.parse(parseArgs({ args, options }).values);
  } catch (error) {
    throw new StartError(`${reasonOf(error)}\n${usage}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('\n');
  return error instanceof Error ? error.message : String(error);
}
