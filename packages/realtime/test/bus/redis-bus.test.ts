import type { Notice } from '@vibe/chat';
import { expect, test } from 'vitest';
import { startRedis, startRedisCluster } from '../../src/testing/index.ts';
import { openDeafProxy } from './deaf-proxy.ts';
import { revoked, typing } from './notices.ts';
import { openRedisBus, untilConnected } from './open-redis-bus.ts';

test('it goes on without a Redis, says so once, and finds it when it is there', async () => {
  await using redis = await startRedis();
  await redis.kill();
  const log: string[] = [];
  await using bus = openRedisBus(redis.url, log);
  const heard: Notice[] = [];
  bus.subscribe((each) => heard.push(each));
  bus.publish(typing(1, 1));
  await Promise.resolve();
  expect(heard).toEqual([typing(1, 1)]);
  expect([bus.isConnected, bus.dropped]).toEqual([false, 1]);
  await expect.poll(() => log).toEqual([expect.stringMatching(/^Redis is away.*ECONNREFUSED/)]);

  await redis.start();
  await untilConnected(bus);
  expect(log).toHaveLength(1);
});

test('a Redis that is killed and comes back: what was followed is heard again', async () => {
  await using redis = await startRedis();
  await using here = openRedisBus(redis.url);
  await using there = openRedisBus(redis.url);
  await untilConnected(here, there);
  const heard: Notice[] = [];
  there.subscribe((each) => heard.push(each));
  there.follow(1);
  await redis.kill();
  await expect.poll(() => [here.isConnected, there.isConnected]).toEqual([false, false]);
  // Followed while there is no Redis.
  there.follow(2);
  here.publish(revoked('lost'));

  await redis.start();
  await untilConnected(here, there);
  here.publish(typing(1, 1));
  here.publish(typing(2, 1));
  await expect.poll(() => heard).toEqual([typing(1, 1), typing(2, 1)]);
});

test.each([
  { kind: 'a Redis', options: {} },
  { kind: 'a Redis Cluster', options: { slots: '0 16383' } },
])('$kind that hangs is found out, and nobody waits for it', async ({ options }) => {
  await using redis = await startRedis(options);
  await using here = openRedisBus(redis.url);
  await using there = openRedisBus(redis.url);
  await untilConnected(here, there);
  const heard: Notice[] = [];
  there.subscribe((each) => heard.push(each));

  redis.hang();
  const own: Notice[] = [];
  here.subscribe((each) => own.push(each));
  here.publish(revoked('own'));
  await Promise.resolve();
  expect(own).toEqual([revoked('own')]);
  await expect.poll(() => here.isConnected).toBe(false);
  // Beyond what may be on its way it drops.
  const before = here.dropped;
  here.publish(revoked('dropped'));
  expect(here.dropped).toBe(before + 1);

  redis.goOn();
  await untilConnected(here, there);
  here.publish(revoked('after'));
  await expect.poll(() => heard).toContainEqual(revoked('after'));
});

test('what the nodes of a Redis Cluster carry is heard, and heard again after one of them was away', async () => {
  await using redis = await startRedisCluster(3);
  await using here = openRedisBus(redis.url);
  await using there = openRedisBus(redis.url);
  await untilConnected(here, there);
  const heard = new Set<number>();
  there.subscribe((notice) => {
    if (notice.topic === 'typing') heard.add(notice.conversationId);
  });
  // So many that every node has some of them.
  const ids = Array.from({ length: 64 }, (_, index) => index);
  for (const id of ids) there.follow(id);
  const allAreHeard = () =>
    expect
      .poll(() => {
        for (const id of ids) if (!heard.has(id)) here.publish(typing(id, 1));
        return heard.size;
      })
      .toBe(ids.length);
  await allAreHeard();

  for (const node of redis.nodes) {
    await node.kill();
    await node.start();
    await redis.whole();
    heard.clear();
    await allAreHeard();
  }
});

test('a subscription that hears nothing any more is found out, though Redis answers all else', async () => {
  await using redis = await startRedis();
  await using proxy = await openDeafProxy(Number(new URL(redis.url).port));
  await using bus = openRedisBus(proxy.url);
  await untilConnected(bus);
  proxy.isDeaf = true;
  await expect.poll(() => bus.isConnected).toBe(false);
  proxy.isDeaf = false;
  await untilConnected(bus);
});

test('what waits for a Redis that hangs is bounded', async () => {
  await using redis = await startRedis();
  await using bus = openRedisBus(redis.url);
  await untilConnected(bus);
  redis.hang();
  const big = revoked('x'.repeat(100_000));
  for (let times = 0; times < 200; times += 1) bus.publish(big);
  // 4 MiB of 20 MB.
  expect(bus.dropped).toBeGreaterThan(150);
  redis.goOn();
});

test('it hangs, and is closed: that does not wait either', async () => {
  await using redis = await startRedis();
  const bus = openRedisBus(redis.url);
  await untilConnected(bus);
  redis.hang();
  bus.publish(revoked('lost'));
  await bus[Symbol.asyncDispose]();
  expect(bus.isConnected).toBe(false);
  redis.goOn();
});

test('what is not followed is not heard, though it came over the same channel', async () => {
  await using redis = await startRedis();
  await using here = openRedisBus(redis.url);
  await using there = openRedisBus(redis.url);
  await untilConnected(here, there);
  const heard: Notice[] = [];
  there.subscribe((each) => heard.push(each));
  there.follow(3);
  const sameChannel = 3 + 256;
  await expect
    .poll(() => {
      here.publish(typing(sameChannel, 1));
      here.publish(typing(3, 1));
      return heard.length;
    })
    .toBeGreaterThan(2);
  expect(heard).not.toContainEqual(typing(sameChannel, 1));
});

test('two deployments may share a Redis, and hear nothing of each other', async () => {
  await using redis = await startRedis();
  await using here = openRedisBus(redis.url);
  await using there = openRedisBus(redis.url);
  await using foreign = openRedisBus(redis.url, [], 'other');
  await untilConnected(here, there, foreign);
  const heard: Notice[] = [];
  foreign.subscribe((each) => heard.push(each));
  const ours: Notice[] = [];
  there.subscribe((each) => ours.push(each));
  here.publish(revoked('ours'));
  await expect.poll(() => ours).toEqual([revoked('ours')]);
  foreign.publish(revoked('theirs'));
  await expect.poll(() => heard).toEqual([revoked('theirs')]);
  expect(ours).toEqual([revoked('ours')]);
});

test('a password that is wrong is told, and does not get into the log', async () => {
  await using redis = await startRedis({ password: 'right' });
  const log: string[] = [];
  await using bus = openRedisBus(redis.url.replace('right', 'wrong-secret'), log);
  await expect.poll(() => log).toHaveLength(1);
  expect(log[0]).toMatch(/WRONGPASS/);
  expect(log[0]).not.toContain('wrong-secret');
  expect(bus.isConnected).toBe(false);
});
