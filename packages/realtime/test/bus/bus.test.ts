import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Bus, Notice } from '@vibe/chat';
import { describe, expect, test, vi } from 'vitest';
import { memoryBus, type ProcessLink, processBus } from '../../src/index.ts';
import { startRedis, startRedisCluster } from '../../src/testing/index.ts';
import { revoked, typing } from './notices.ts';
import { openRedisBus, untilConnected } from './open-redis-bus.ts';

interface Buses extends AsyncDisposable {
  here: Bus;
  /** Another instance's; the same one where there is only one. */
  there: Bus;
}

const implementations: [name: string, open: () => Promise<Buses>][] = [
  [
    'memoryBus',
    async () => {
      const bus = memoryBus();
      return { here: bus, there: bus, [Symbol.asyncDispose]: async () => {} };
    },
  ],
  [
    'processBus',
    async () => {
      const { port1, port2 } = new MessageChannel();
      const here = processBus(linkOver(port1), logNothing);
      const there = processBus(linkOver(port2), logNothing);
      return { here, there, [Symbol.asyncDispose]: async () => port1.close() };
    },
  ],
  ['redisBus', () => openOnRedis(startRedis)],
  ['redisBus on a Redis Cluster', () => openOnRedis(() => startRedisCluster(3))],
];

const logNothing = () => {};

const linkOver = (port: MessagePort): ProcessLink => ({
  isConnected: true,
  send: async (text) => port.postMessage(text),
  listen: (hear) => void port.on('message', hear),
});

async function openOnRedis(start: () => Promise<AsyncDisposable & { url: string }>): Promise<Buses> {
  await using started = new AsyncDisposableStack();
  const redis = started.use(await start());
  const here = started.use(openRedisBus(redis.url));
  const there = started.use(openRedisBus(redis.url));
  await untilConnected(here, there);
  const held = started.move();
  return { here, there, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** The bus may drop what is published before it has joined: so it is published until it is heard. */
async function untilHeard(bus: Bus, notice: Notice, heard: Notice[]): Promise<void> {
  await vi.waitFor(
    () => {
      bus.publish(notice);
      expect(heard).toContainEqual(notice);
    },
    { timeout: 10_000, interval: 20 },
  );
}

describe.each(implementations)('%s', (_name, open) => {
  test('every listener hears every notice of its own process, in order, and never during the publishing', async () => {
    await using buses = await open();
    const heard: [string, Notice][] = [];
    buses.here.subscribe((each) => heard.push(['a', each]));
    buses.here.subscribe((each) => heard.push(['b', each]));
    buses.here.publish(typing(1, 1));
    buses.here.publish(typing(1, 2));
    expect(heard).toEqual([]);
    await Promise.resolve();
    expect(heard).toEqual([
      ['a', typing(1, 1)],
      ['b', typing(1, 1)],
      ['a', typing(1, 2)],
      ['b', typing(1, 2)],
    ]);
  });

  test('a listener hears what was published after it subscribed, until it ends that', async () => {
    await using buses = await open();
    buses.here.publish(typing(1, 1));
    const heard: Notice[] = [];
    const end = buses.here.subscribe((each) => heard.push(each));
    buses.here.publish(typing(1, 2));
    await Promise.resolve();
    buses.here.publish(typing(1, 3));
    end();
    await Promise.resolve();
    expect(heard).toEqual([typing(1, 2)]);
  });

  test('a listener that throws keeps nothing from the others', async () => {
    await using buses = await open();
    const heard: Notice[] = [];
    const failures: unknown[] = [];
    const keep = (error: unknown) => failures.push(error);
    const before = process.rawListeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', keep);
    buses.here.subscribe(() => {
      throw new Error('a faulty listener');
    });
    buses.here.subscribe((each) => heard.push(each));
    buses.here.publish(typing(1, 1));
    await expect.poll(() => failures.length).toBe(1);
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener as (error: unknown) => void);
    expect(heard).toEqual([typing(1, 1)]);
  });

  test('another instance hears what is about conversations that it follows, and what comes unasked', async () => {
    await using buses = await open();
    const heard: Notice[] = [];
    buses.there.subscribe((each) => heard.push(each));
    buses.there.follow(1);
    await untilHeard(buses.here, typing(1, 5), heard);
    buses.here.publish(revoked('session'));
    await expect.poll(() => heard).toContainEqual(revoked('session'));
  });

  test('what is followed twice is heard until it is left twice', async () => {
    await using buses = await open();
    const heard: Notice[] = [];
    buses.there.subscribe((each) => heard.push(each));
    const leave = buses.there.follow(7);
    buses.there.follow(7);
    await untilHeard(buses.here, typing(7, 1), heard);
    leave();
    leave();
    buses.here.publish(typing(7, 2));
    await expect.poll(() => heard).toContainEqual(typing(7, 2));
  });

  test('a notice arrives as it was, whatever is written in it', async () => {
    await using buses = await open();
    const heard: Notice[] = [];
    buses.there.subscribe((each) => heard.push(each));
    const odd: Notice = {
      topic: 'user',
      user: {
        id: 1,
        fullName: 'Zoë "Z"\n\u2028 👩‍👩‍👧 \\u0000',
        avatarUrl: null,
        role: 'client',
        isDeactivated: false,
        version: 3,
      },
    };
    buses.here.publish(odd);
    await expect.poll(() => heard).toEqual([odd]);
  });
});
