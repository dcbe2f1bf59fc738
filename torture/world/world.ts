import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '@vibe/db/testing';
import { type RedisServer, startRedis } from '@vibe/realtime/testing';
import type { Random } from '../random.ts';
import { keepAudit } from './audit.ts';
import { startHostPlatform } from './host-platform.ts';
import { type Instance, startInstance } from './instance.ts';
import { type Line, openLine } from './line.ts';
import { openRedisLine, type RedisLine } from './redis-line.ts';

/** A deployment of real parts, and each person's way to it. For `await using`. */
export interface World extends AsyncDisposable {
  readonly databaseUrl: string;
  readonly hostUrl: string;
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly redisLine: RedisLine;
  readonly instances: readonly Instance[];
  /** One a person. */
  readonly lines: readonly Line[];
}

export interface WorldOptions {
  instanceCount: number;
  peopleCount: number;
  /** For logs. */
  directory: string;
  random: Random;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const { instanceCount, peopleCount, directory, random } = options;
  await using started = new AsyncDisposableStack();
  const postgres = started.use(await startPostgres({ isOwn: true }));
  const redis = started.use(await startRedis());
  const redisLine = started.use(
    await openRedisLine(Number(new URL(redis.url).port), random.named('redis line')),
  );
  const host = started.use(await startHostPlatform());
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redisLine.url,
    AUTH_SECRET: randomUUID() + randomUUID(),
    ...host.env,
  };
  const instances: Instance[] = [];
  for (let at = 0; at < instanceCount; at += 1) {
    const name = String.fromCharCode(65 + at);
    const instance = started.use(await startInstance(name, env, join(directory, `instance-${name}.log`)));
    instances.push(instance);
  }
  // The first one makes the tables; the others find them.
  for (const instance of instances) await instance.start();
  await keepAudit(postgres.url);

  const routing = random.named('routing');
  const route = () => routing.pick(instances.filter(({ isUp }) => isUp))?.port ?? null;
  const lines = await Promise.all(
    Array.from({ length: peopleCount }, (_, at) =>
      openLine(route, random.named(`line ${at}`), `127.0.${1 + Math.floor(at / 250)}.${1 + (at % 250)}`),
    ),
  );
  for (const line of lines) started.use(line);
  const held = started.move();
  return {
    databaseUrl: postgres.url,
    hostUrl: host.url,
    postgres,
    redis,
    redisLine,
    instances,
    lines,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
