import cluster from 'node:cluster';
import { join } from 'node:path';
import { systemClock } from '@vibe/chat';
import { rates } from '@vibe/contract';
import { migrate, openDatabase } from '@vibe/db';
import type { Logger } from 'pino';
import { AggregatorRegistry, collectDefaultMetrics, Registry } from 'prom-client';
import { cast, demoPassword, seed } from '../../../prisma/seed.ts';
import { createServer } from './create-server.ts';
import { readEnv, type ServerEnv } from './env.ts';
import { authSecret } from './identity/auth-secret.ts';
import { scaleRates } from './limits/rate-limits.ts';
import { createLogger } from './logger.ts';
import { busMetrics } from './metrics/bus-metrics.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { type OpenBus, openBus } from './open-bus.ts';
import { banner } from './start/banner.ts';
import { describeStartFailure } from './start/start-failure.ts';
import { untilSignalled } from './start/until-signalled.ts';
import { runWorkers } from './workers/run-workers.ts';

const webDirectory = join(import.meta.dirname, '../../web/dist');

/** The only process, or the first of several: what is done once, it does. */
const isFirst = cluster.worker === undefined || cluster.worker.id === 1;

/** Runs the server until somebody stops it. */
async function run(env: ServerEnv, log: Logger): Promise<void> {
  const stopped = untilSignalled();
  await using database = await openDatabase(env.database);
  await migrate(database);
  const secret = await authSecret(env.authSecret, env.database.dataDir);
  await using bus = openBus(env.redisUrl, secret, log);
  await using counted = await openMetrics(env, bus);
  await using server = await createServer({
    ...env,
    database,
    secret,
    rates: scaleRates(rates, env.rateFactor),
    bus,
    metrics: counted.registry,
    clock: systemClock,
    log,
    webDirectory,
  });
  const { users } = server.stores;
  if (env.isSeeding && isFirst) await seed({ ...server, users });
  const port = await server.listen({ host: env.host, port: env.port });
  const address = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
  await database.announce({ address });
  const hasCast = env.isSeeding && (await users.credentialsByEmail(cast.maya.email)) !== null;
  const demo = hasCast ? { people: Object.values(cast), password: demoPassword } : null;
  if (isFirst) process.stdout.write(banner(address, demo));
  await stopped;
  exitAtLast(env.drainMs, log);
}

/** Stopping is bounded, whatever hangs: a database that does not answer, say. */
function exitAtLast(drainMs: number, log: Logger): void {
  const patienceMs = 2 * drainMs + 15_000;
  setTimeout(() => {
    log.fatal('stopping took too long');
    process.exit(1);
  }, patienceMs).unref();
}

async function openMetrics({ host, metricsPort }: ServerEnv, bus: OpenBus) {
  if (metricsPort === undefined) return { registry: undefined, [Symbol.asyncDispose]: async () => {} };
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  busMetrics(registry, bus);
  if (cluster.isWorker) return { registry, ...shareMetrics(registry) };
  return { registry, ...(await serveMetrics(registry, { host, port: metricsPort })) };
}

/** The process that started this one adds up what all of its workers count. */
function shareMetrics(registry: Registry) {
  AggregatorRegistry.setRegistries(registry);
  new AggregatorRegistry();
  return { [Symbol.asyncDispose]: async () => {} };
}

let port = 0;
try {
  const env = readEnv();
  port = env.port;
  // People at a terminal want the banner and what goes wrong; a log collector wants everything.
  const log = createLogger(env.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'));
  if (env.workers > 1 && cluster.isPrimary) process.exit((await runWorkers(env, log)) ? 0 : 1);
  await run(env, log);
  process.exit(0);
} catch (error) {
  const sentence = describeStartFailure(error, port);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
