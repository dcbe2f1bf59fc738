import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { describe, expect, test, vi } from 'vitest';
import { LiveChannel } from './live-channel.ts';
import { RawClient } from './raw-client.ts';
import { type Serve, type Served, serveOurs, serveStock } from './serve.ts';

const t = initTRPC.create({ isDev: false });
const routerOf = (source: LiveChannel<unknown>) =>
  t.router({ live: t.procedure.subscription(() => source), echo: t.procedure.query(() => 'echo') });

const eventually = (assertion: () => void) => vi.waitFor(assertion, { timeout: 10_000, interval: 5 });

async function subscribe(served: Served, source: LiveChannel<unknown>, id: unknown = 1, extra: object = {}) {
  const client = await RawClient.open(served.url);
  const before = source.sinks.size;
  client.send({ id, method: 'subscription', params: { path: 'live' }, ...extra });
  await eventually(() => expect(source.sinks.size).toBe(before + 1));
  return client;
}

const long = 'é\u2028"\\'.repeat(3_000);
const longer = 'x'.repeat(70_000);
const events = [
  tracked('cursor 1', { type: 'message.sent', text: 'hello' }),
  tracked('"2"', { text: long, nothing: undefined, when: new Date(0), list: [undefined, null] }),
  { type: 'typing.changed', userIds: [1, 2] },
  { text: longer },
  [],
  'a text',
  7,
  null,
  undefined,
];

/** What a socket is told by way of the iterator, or of the sink. */
async function framesOf(serve: Serve, id: unknown, end: (source: LiveChannel<unknown>) => void, extra = {}) {
  const source = new LiveChannel<unknown>();
  await using served = await serve(routerOf(source));
  using client = await subscribe(served, source, id, extra);
  for (const event of events) {
    // The hand-made iterable of the test cannot carry it.
    if (event !== undefined) source.push(event);
  }
  end(source);
  await eventually(() => expect(client.frames.at(-1)).toMatch(/stopped/));
  return client.frames;
}

describe('a live source is told in the same bytes as an iterable', () => {
  const finish = (source: LiveChannel<unknown>) => source.finish();
  const ends: [string, unknown, (source: LiveChannel<unknown>) => void, object][] = [
    ['that ends', 1, finish, {}],
    ['under a text', 'a"1', finish, {}],
    ['in JSON-RPC 2.0', 2, finish, { jsonrpc: '2.0' }],
    ['that fails', 3, (source) => source.fail(new TRPCError({ code: 'CONFLICT', message: 'off' })), {}],
    ['that crashes', 4, (source) => source.fail(new Error('broken')), {}],
  ];
  test.for(ends)('%s', async ([, id, end, extra]) => {
    const stock = await framesOf(serveStock, id, end, extra);
    const ours = await framesOf(serveOurs, id, end, extra);
    expect(ours).toEqual(stock);
    expect(ours.length).toBeGreaterThan(events.length);
  });
});

describe('a live source', () => {
  test('has each event serialised once for all sockets and subscriptions', async () => {
    const source = new LiveChannel<unknown>();
    await using served = await serveOurs(routerOf(source));
    using one = await subscribe(served, source, 1);
    using two = await subscribe(served, source, 1);
    using three = await subscribe(served, source, 2);
    const toJSON = vi.fn(() => 'written');
    source.push(tracked('c', { toJSON }));
    for (const client of [one, two, three]) await client.until(2);
    expect(toJSON).toHaveBeenCalledOnce();
    expect(one.frames[1]).toBe(
      '{"id":1,"result":{"type":"data","data":{"id":"c","data":"written"},"id":"c"}}',
    );
    expect(two.frames).toEqual(one.frames);
    expect(three.frames[1]).toBe(one.frames[1]?.replace('"id":1', '"id":2'));
  });

  test('has all that is pushed in one turn in one write, whatever `ws` says by itself', async () => {
    const source = new LiveChannel<unknown>();
    await using served = await serveOurs(routerOf(source));
    using client = await subscribe(served, source);
    // That it has started.
    await client.until(1);
    const chunks: number[] = [];
    // The socket of `ws` reads whatever came in one chunk.
    const { _socket: raw } = client.socket as unknown as { _socket: NodeJS.EventEmitter };
    raw.on('data', (chunk: Buffer) => chunks.push(chunk.length));
    for (let count = 0; count < 50; count += 1) source.push({ count });
    for (const socket of served.sockets) socket.ping('in between');
    source.push({ count: 50 });
    await client.until(52);
    // The ping, which may come before, and the rest.
    expect(chunks).toEqual([2 + 'in between'.length, expect.any(Number)]);
    expect(client.frames.slice(1).map((frame) => JSON.parse(frame).result.data.count)).toEqual(
      Array.from({ length: 51 }, (_, count) => count),
    );
  });

  test('and answers are told in the order in which they were given, and all of them before a goodbye', async () => {
    const source = new LiveChannel<unknown>();
    await using served = await serveOurs(routerOf(source));
    using client = await subscribe(served, source);
    source.push('first');
    client.send('PING');
    await client.until(3);
    source.push('last');
    for (const socket of served.sockets) socket.close(1001);
    source.push('late');
    expect(await client.closed).toBe(1001);
    expect(client.frames.slice(1).map((frame) => /first|last|late|PONG/.exec(frame)?.[0])).toEqual([
      'first',
      'PONG',
      'last',
    ]);
    expect(source.refused).toBe(1);
  });

  test('is detached by a stop, by a lost socket, and when it has ended', async () => {
    const source = new LiveChannel<unknown>();
    await using served = await serveOurs(routerOf(source));
    using stopped = await subscribe(served, source);
    stopped.send({ id: 1, method: 'subscription.stop' });
    await stopped.until(2);
    expect(stopped.frames[1]).toMatch(/stopped/);
    expect(source.sinks.size).toBe(0);

    const lost = await subscribe(served, source);
    lost.socket.terminate();
    await eventually(() => expect(source.sinks.size).toBe(0));

    using ended = await subscribe(served, source);
    const [sink] = source.sinks;
    sink?.finish();
    sink?.finish();
    expect(sink?.push('late')).toBe(false);
    await ended.until(2);
    expect(ended.frames.slice(1)).toEqual([expect.stringContaining('stopped')]);
    await eventually(() => expect(source.sinks.size).toBe(0));
  });

  test('is told once for a subscriber whose event cannot be written, which fails, and goes on for the others', async () => {
    const source = new LiveChannel<unknown>();
    await using served = await serveOurs(routerOf(source));
    using client = await subscribe(served, source);
    source.push({ big: 1n });
    await client.until(3);
    expect(client.frames.slice(1)).toEqual([
      expect.stringMatching(/"error".*BigInt/),
      expect.stringContaining('stopped'),
    ]);
    expect(served.errors).toHaveLength(1);
    using other = await subscribe(served, source);
    source.push('fine');
    await other.until(2);
    expect(other.frames[1]).toContain('fine');
  });

  test('is told the same over a compressed socket', async () => {
    const source = new LiveChannel<unknown>();
    await using served = await serveOurs(routerOf(source), {}, { perMessageDeflate: { threshold: 0 } });
    using client = await subscribe(served, source);
    expect(client.socket.extensions).toContain('permessage-deflate');
    client.call(2, 'query', 'echo');
    source.push({ text: long });
    source.push({ text: 'after' });
    await client.until(4);
    const told = client.frames.filter((frame) => frame.startsWith('{"id":1'));
    expect(told[1]).toBe(JSON.stringify({ id: 1, result: { type: 'data', data: { text: long } } }));
    expect(told[2]).toContain('after');
  });
});
