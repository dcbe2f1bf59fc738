import { setTimeout as sleep } from 'node:timers/promises';
import { askRedis, type RedisServer, startRedis } from './start-redis.ts';

/** A Redis Cluster without replicas. For `await using`. */
export interface RedisCluster extends AsyncDisposable {
  /** Of its first node. */
  readonly url: string;
  readonly nodes: readonly RedisServer[];
  /** Resolves when every node sees the whole of it. */
  whole(): Promise<void>;
}

const allSlots = 16_384;

export async function startRedisCluster(size: number): Promise<RedisCluster> {
  await using started = new AsyncDisposableStack();
  const nodes: RedisServer[] = [];
  for (let index = 0; index < size; index += 1) {
    const [from, to] = [index, index + 1].map((nth) => Math.floor((nth * allSlots) / size));
    nodes.push(started.use(await startRedis({ slots: `${from} ${(to ?? allSlots) - 1}` })));
  }
  const ports = nodes.map(({ url }) => Number(new URL(url).port));
  const [first = 0, ...others] = ports;
  for (const port of others) await askRedis(first, `CLUSTER MEET 127.0.0.1 ${port}`);
  const whole = async () => {
    for (const port of ports) while (!(await isWhole(port, size))) await sleep(20);
  };
  await whole();
  const held = started.move();
  return {
    url: `redis://127.0.0.1:${first}`,
    nodes,
    whole,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

async function isWhole(port: number, size: number): Promise<boolean> {
  const info = await askRedis(port, 'CLUSTER INFO').catch(() => '');
  return info.includes('cluster_state:ok') && info.includes(`cluster_size:${size}\r`);
}
