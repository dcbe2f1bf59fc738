import { join } from 'node:path';
import { systemClock } from '@vibe/chat';
import { rates } from '@vibe/contract';
import { migrate, openDatabase } from '@vibe/db';
import { memoryBus } from '@vibe/realtime';
import { cast, demoPassword, seed } from '../../../prisma/seed.ts';
import { createServer } from './create-server.ts';
import { readEnv, type ServerEnv } from './env.ts';
import { authSecret } from './identity/auth-secret.ts';
import { createLogger } from './logger.ts';
import { banner } from './start/banner.ts';
import { describeStartFailure } from './start/start-failure.ts';
import { untilSignalled } from './start/until-signalled.ts';

const webDirectory = join(import.meta.dirname, '../../web/dist');

/** Runs the server until somebody stops it. */
async function run(env: ServerEnv): Promise<void> {
  const stopped = untilSignalled();
  // People at a terminal want the banner and what goes wrong; a log collector wants everything.
  const log = createLogger(env.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'));
  await using database = await openDatabase(env.database);
  await migrate(database);
  const secret = await authSecret(env.authSecret, env.database.dataDir);
  await using server = await createServer({
    ...env,
    database,
    secret,
    rates,
    bus: memoryBus(),
    clock: systemClock,
    log,
    webDirectory,
  });
  const { users } = server.stores;
  if (env.isSeeding) await seed({ ...server, users });
  const port = await server.listen({ host: env.host, port: env.port });
  const address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
  await database.announce({ address });
  const hasCast = env.isSeeding && (await users.credentialsByEmail(cast.maya.email)) !== null;
  process.stdout.write(
    banner(address, hasCast ? { people: Object.values(cast), password: demoPassword } : null),
  );
  await stopped;
}

let port = 0;
try {
  const env = readEnv();
  port = env.port;
  await run(env);
  process.exit(0);
} catch (error) {
  const sentence = describeStartFailure(error, port);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
