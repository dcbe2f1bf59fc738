import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '@vibe/chat';
import { deriveKeys } from '../../apps/server/src/identity/secret-keys.ts';
import { tokenIssuer } from '../../apps/server/src/identity/token-issuer.ts';
import { type Pinned, startPinned } from '../process/pinned.ts';
import type { Deployment } from '../world/deployment.ts';
import { sessionIdOf } from '../world/populate.ts';
import { type Inhabitant, inhabitantsOf } from '../world/shape.ts';
import type { Contender, Running } from './contender.ts';
import { loadPeople } from './load-people.ts';

const main = join(import.meta.dirname, '../../apps/server/src/main.ts');
const tokenLifeMs = 6 * 3_600_000;
/** For two instances to find each other before anybody connects. */
const joinedMs = 3_000;

/** The server as it is: nothing is set but where things are, and that the load generator may do more than a person. */
export const vibeChat = (instances: number): Contender => ({
  name: instances === 1 ? 'Vibe Chat' : `Vibe Chat, ${instances} instances`,
  async start(deployment, shape) {
    await using started = new AsyncDisposableStack();
    const database = started.use(await deployment.populatedDatabase(shape));
    const running = started.use(await serve(deployment, database.url, inhabitantsOf(shape), instances));
    const held = started.move();
    return { ...running, [Symbol.asyncDispose]: () => held.disposeAsync() };
  },
});

/** Instances on a database in which each of these people has the session that `sessionIdOf` names. */
export async function serve(
  deployment: Deployment,
  databaseUrl: string,
  inhabitants: readonly Inhabitant[],
  instances: number,
): Promise<Running> {
  await using started = new AsyncDisposableStack();
  const secret = randomBytes(32).toString('base64url');
  const env = {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secret,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
    RATE_FACTOR: '1000000',
    ...(instances > 1 && { REDIS_URL: (await deployment.redis()).url }),
  };
  const { profileDirectory } = deployment;
  const nodeOptions = profileDirectory ? ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`] : [];
  const programs: Pinned[] = [];
  for (let instance = 0; instance < instances; instance += 1) {
    const program = started.use(startPinned({ part: 'server', file: main, env, nodeOptions }));
    if (profileDirectory) started.defer(() => stopGently(program));
    programs.push(program);
  }
  const urls = await Promise.all(programs.map(({ printed }) => printed(/Vibe Chat is at (\S+)/)));
  if (instances > 1) await new Promise((resolve) => setTimeout(resolve, joinedMs));
  const tokens = tokenIssuer(deriveKeys(secret), systemClock);
  const expiresAt = new Date(Date.now() + tokenLifeMs);
  const people = await loadPeople(inhabitants, (userId) =>
    tokens.accessToken({ userId, sessionId: sessionIdOf(userId), scopes: [] }, expiresAt),
  );
  const held = started.move();
  return {
    dialect: 'vibe',
    urls,
    pids: programs.map(({ pid }) => pid),
    databaseUrl,
    people,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** A profile is written at the end, if there is one. */
async function stopGently({ child }: Pinned): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

export const ours = vibeChat(1);
