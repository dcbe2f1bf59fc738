import { setImmediate as nextTurn } from 'node:timers/promises';
import { initTRPC } from '@trpc/server';
import { describe, expect, test, vi } from 'vitest';
import { fixedWindow } from '../src/index.ts';
import { LiveChannel } from './live-channel.ts';
import { RawClient } from './raw-client.ts';
import { createRouter, Gate } from './router.ts';
import { closeCodes, limits, serveOurs } from './serve.ts';

const eventually = (assertion: () => void) => vi.waitFor(assertion, { timeout: 10_000, interval: 5 });
const codeOf = (frame: string | undefined): unknown => JSON.parse(frame ?? '{}').error?.data.code;

/** What tRPC's own adapter does not bound. */
describe('one socket', () => {
  test('follows at most so many subscriptions, started or not, and a stopped one makes room', async () => {
    const gate = new Gate();
    await using served = await serveOurs(createRouter(gate));
    using client = await RawClient.open(served.url);
    for (let id = 1; id <= limits.subscriptions; id += 1) client.call(id, 'subscription', 'gatedStream');
    await eventually(() => expect(gate.reached).toBe(limits.subscriptions));
    client.call('more', 'subscription', 'forever');
    await client.until(1);
    expect([client.frames[0], codeOf(client.frames[0])]).toEqual([
      expect.stringContaining('"id":"more"'),
      'TOO_MANY_REQUESTS',
    ]);
    gate.passed.resolve();
    await client.until(1 + 3 * limits.subscriptions);
    client.call('again', 'subscription', 'forever');
    await eventually(() => expect(client.frames.at(-1)).toContain('"here"'));
  });

  test('has at most so many calls answered at once, and an answered one makes room', async () => {
    const gate = new Gate();
    await using served = await serveOurs(createRouter(gate));
    using client = await RawClient.open(served.url);
    for (let id = 1; id <= limits.callsUnderWay; id += 1) client.call(id, 'query', 'gated');
    await eventually(() => expect(gate.reached).toBe(limits.callsUnderWay));
    client.call('more', 'query', 'echo', 'x');
    await client.until(1);
    expect(codeOf(client.frames[0])).toBe('TOO_MANY_REQUESTS');
    gate.passed.resolve();
    await client.until(1 + limits.callsUnderWay);
    client.call('again', 'query', 'echo', 'x');
    await client.until(2 + limits.callsUnderWay);
    expect(client.frames.at(-1)).toContain('"x"');
  });

  test('that calls before its context is there does not make us queue without end', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const createContext = () => promise.then(() => ({ params: null }));
    await using served = await serveOurs(createRouter(new Gate()), { createContext });
    using client = await RawClient.open(served.url);
    for (let id = 1; id <= limits.callsUnderWay + 3; id += 1) client.call(id, 'query', 'echo', 'x');
    await client.until(3);
    expect(client.frames.map(codeOf)).toEqual(Array(3).fill('TOO_MANY_REQUESTS'));
    resolve();
    await client.until(3 + limits.callsUnderWay);
  });

  test.for(['{', 'PING', 'PONG', '{"id":1,"method":"subscription.stop"}'])(
    'that sends too many frames is closed, whatever is in them: %s',
    async (frame) => {
      const frameRate = () => fixedWindow({ points: 20, seconds: 60 });
      await using served = await serveOurs(createRouter(new Gate()), { frameRate });
      using client = await RawClient.open(served.url);
      for (let count = 0; count < 20; count += 1) client.send(frame);
      client.socket.ping();
      expect(await client.closed).toBe(closeCodes.rateLimited);
    },
  );

  test('whose context fails is closed with a code', async () => {
    await using served = await serveOurs(createRouter(new Gate()));
    using client = await RawClient.open(`${served.url}/?connectionParams=1`);
    client.send({ method: 'connectionParams', data: { refuse: 'yes' } });
    expect(await client.closed).toBe(closeCodes.contextFailed);
  });

  test('that closes is not asked anything more: what it sends after is not carried out', async () => {
    const gate = new Gate();
    await using served = await serveOurs(createRouter(gate));
    using client = await RawClient.open(served.url);
    client.call(1, 'query', 'echo', 'x');
    await client.until(1);
    for (const socket of served.sockets) socket.close(1001);
    client.call(2, 'query', 'gated');
    expect(await client.closed).toBe(1001);
    expect(gate.reached).toBe(0);
  });
});

test('a rate is counted anew in each window', () => {
  vi.useFakeTimers();
  const isWithin = fixedWindow({ points: 2, seconds: 1 });
  expect([isWithin(), isWithin(), isWithin()]).toEqual([true, true, false]);
  vi.advanceTimersByTime(999);
  expect(isWithin()).toBe(false);
  vi.advanceTimersByTime(1);
  expect([isWithin(), isWithin(), isWithin()]).toEqual([true, true, false]);
  vi.useRealTimers();
});

/** Readers that stop reading, as a phone in a tunnel does. Real sockets: what the system buffers is part of it. */
describe('a reader that stops reading', () => {
  const t = initTRPC.create({ isDev: false });
  const channelRouter = (channel: LiveChannel<unknown>) =>
    t.router({
      live: t.procedure.subscription(() => channel),
      pulled: t.procedure.subscription(async function* () {
        for (let count = 0; ; count += 1) {
          pulled = count;
          yield { count, text: 'x'.repeat(10_000) };
        }
      }),
      large: t.procedure.query(() => {
        asked += 1;
        return 'x'.repeat(100_000);
      }),
    });
  let pulled = 0;
  let asked = 0;
  const bound = limits.bufferedBytes + 200_000;

  /** Pushes until something says stop, and lets the sockets move in between. */
  async function pushUntil(channel: LiveChannel<unknown>, isDone: () => boolean): Promise<number> {
    let pushed = 0;
    for (; !isDone() && pushed < 100_000; pushed += 1) {
      channel.push({ pushed, text: 'x'.repeat(10_000) });
      if (pushed % 20 === 0) await nextTurn();
    }
    return pushed;
  }

  test('P39: a durable source is cut, with a code that tells it to resume, having cost no more than the bound', async () => {
    const channel = new LiveChannel<unknown>();
    await using served = await serveOurs(channelRouter(channel));
    using slow = await RawClient.open(served.url);
    using quick = await RawClient.open(served.url);
    for (const client of [slow, quick]) client.call(1, 'subscription', 'live');
    await eventually(() => expect(channel.sinks.size).toBe(2));
    slow.socket.pause();
    let highest = 0;
    const pushed = await pushUntil(channel, () => {
      for (const socket of served.sockets) highest = Math.max(highest, socket.bufferedAmount);
      return served.cuts.length > 0;
    });
    expect(served.cuts).toHaveLength(1);
    expect(highest).toBeGreaterThan(limits.bufferedBytes);
    expect(highest).toBeLessThan(bound);
    // What is pushed to it after that goes nowhere.
    await pushUntil(channel, () => channel.refused > 100);
    for (const socket of served.sockets) expect(socket.bufferedAmount).toBeLessThan(bound);
    await eventually(() => expect(quick.frames.length).toBeGreaterThan(pushed));
    slow.socket.resume();
    expect(await slow.closed).toBe(closeCodes.slowReader);
    await eventually(() => expect(channel.sinks.size).toBe(1));
  });

  test('P39: an ephemeral source loses events, keeps its connection, and goes on when it reads again', async () => {
    const channel = new LiveChannel<unknown>('ephemeral');
    await using served = await serveOurs(channelRouter(channel));
    using client = await RawClient.open(served.url);
    client.call(1, 'subscription', 'live');
    await eventually(() => expect(channel.sinks.size).toBe(1));
    client.socket.pause();
    await pushUntil(channel, () => channel.refused > 500);
    const [sink] = channel.sinks;
    const [socket] = served.sockets;
    expect(sink?.isBehind).toBe(true);
    expect(socket?.bufferedAmount).toBeLessThan(limits.behindBytes + 100_000);
    const drained = sink?.drained();
    client.socket.resume();
    await drained;
    channel.push('the newest');
    await eventually(() => expect(client.frames.at(-1)).toContain('the newest'));
    expect(served.cuts).toEqual([]);
  });

  test('a reader whose connection closes is not waited for', async () => {
    const channel = new LiveChannel<unknown>('ephemeral');
    await using served = await serveOurs(channelRouter(channel));
    using client = await RawClient.open(served.url);
    client.call(1, 'subscription', 'live');
    await eventually(() => expect(channel.sinks.size).toBe(1));
    client.socket.pause();
    const [sink] = channel.sinks;
    const [socket] = served.sockets;
    // So much that it is left in the connection, and not only waits for the end of the turn.
    await pushUntil(channel, () => (socket?.bufferedAmount ?? 0) > limits.behindBytes);
    expect(sink?.isBehind).toBe(true);
    const drained = sink?.drained();
    socket?.close();
    expect(sink?.isBehind).toBe(false);
    expect(sink?.push('too late')).toBe(false);
    client.socket.resume();
    await drained;
  });

  test('an ordinary iterable is waited for: nothing more is read from it', async () => {
    await using served = await serveOurs(channelRouter(new LiveChannel()));
    using client = await RawClient.open(served.url);
    client.call(1, 'subscription', 'pulled');
    await client.until(2);
    client.socket.pause();
    const [socket] = served.sockets;
    let before = -1;
    await vi.waitFor(
      () => {
        const isStill = pulled === before;
        before = pulled;
        expect(isStill).toBe(true);
      },
      { timeout: 10_000, interval: 200 },
    );
    expect(socket?.bufferedAmount).toBeGreaterThan(0);
    expect(socket?.bufferedAmount).toBeLessThan(bound);
    client.socket.resume();
    await eventually(() => expect(pulled).toBeGreaterThan(before));
    expect(served.cuts).toEqual([]);
  });

  test('what it asks for and does not read is not answered without end', async () => {
    await using served = await serveOurs(channelRouter(new LiveChannel()), {
      limits: { ...limits, callsUnderWay: 5 },
    });
    using client = await RawClient.open(served.url);
    client.socket.pause();
    for (let id = 0; id < 500; id += 1) client.call(id, 'query', 'large');
    await vi.waitFor(
      () => {
        const before = asked;
        asked = 0;
        expect(before).toBe(0);
      },
      { timeout: 10_000, interval: 200 },
    );
    for (const socket of served.sockets) expect(socket.bufferedAmount).toBeLessThan(bound);
  });

  test('its pings are not answered without end', async () => {
    await using served = await serveOurs(createRouter(new Gate()));
    using client = await RawClient.open(served.url);
    client.socket.pause();
    const [socket] = served.sockets;
    let isClosed = false;
    socket?.once('close', () => {
      isClosed = true;
    });
    let highest = 0;
    // `ws` sees to it: it ends a socket with too many pongs on their way.
    for (let turn = 0; turn < 2_000 && !isClosed; turn += 1) {
      for (let count = 0; count < 400; count += 1) client.socket.ping('x'.repeat(125));
      await nextTurn();
      highest = Math.max(highest, socket?.bufferedAmount ?? 0);
    }
    expect(isClosed).toBe(true);
    expect(highest).toBeLessThan(bound);
  });
});
