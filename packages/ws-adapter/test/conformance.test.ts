import { TRPCClientError } from '@trpc/client';
import { describe, expect, test, vi } from 'vitest';
import { Log, openClient } from './client.ts';
import { createRouter, Gate } from './router.ts';
import { adapters, limits } from './serve.ts';

const waiting = { timeout: 10_000, interval: 5 };
const eventually = (assertion: () => void) => vi.waitFor(assertion, waiting);

/** An unmodified client cannot tell which adapter it talks to. */
describe.for(adapters)("tRPC's client, served by %s,", ([, serve]) => {
  test('gets the answers of queries and mutations, many at once', async () => {
    await using served = await serve(createRouter(new Gate()));
    await using client = openClient(served);
    const { trpc } = client;
    const numbers = Array.from({ length: limits.batchCalls }, (_, at) => String(at));
    expect(await Promise.all(numbers.map((number) => trpc.echo.query(number)))).toEqual(numbers);
    expect(await trpc.add.mutate('x')).toBe('added x');
    expect(await trpc.nothing.query()).toBeUndefined();
    expect(client.opened).toBe(1);
  });

  test('gets errors as they were formatted, and the server hears of each', async () => {
    await using served = await serve(createRouter(new Gate()));
    await using client = openClient(served);
    const error: unknown = await client.trpc.fail.query().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TRPCClientError);
    expect(error).toMatchObject({
      message: 'not for you',
      data: { code: 'FORBIDDEN', httpStatus: 403, path: 'fail' },
    });
    await expect(client.trpc.crash.query()).rejects.toThrow('a secret of ours');
    expect(served.errors.map(({ code }) => code)).toEqual(['FORBIDDEN', 'INTERNAL_SERVER_ERROR']);
  });

  test('has its connection parameters seen, those of its latest connection', async () => {
    await using served = await serve(createRouter(new Gate()));
    const counts = ['1', '2'];
    await using client = openClient(served, () => ({ count: counts.shift() ?? '' }));
    expect(await client.trpc.params.query()).toEqual({ count: '1' });
    for (const socket of served.sockets) socket.terminate();
    await eventually(() => expect(client.opened).toBe(2));
    expect(await client.trpc.params.query()).toEqual({ count: '2' });
  });

  test('follows a subscription to its end', async () => {
    await using served = await serve(createRouter(new Gate()));
    await using client = openClient(served);
    const log = new Log();
    client.trpc.count.subscribe(3, log.handlers);
    await eventually(() => expect(log.lines).toContain('complete'));
    expect(log.lines).toEqual(['started', 1, 2, 3, 'stopped', 'complete']);
  });

  test('is told when one breaks off', async () => {
    await using served = await serve(createRouter(new Gate()));
    await using client = openClient(served);
    const log = new Log();
    client.trpc.failing.subscribe(undefined, log.handlers);
    await eventually(() => expect(log.lines.at(-1)).toBe('error: broken off'));
    expect(await client.trpc.echo.query('still here')).toBe('still here');
    expect(log.lines).toEqual(['started', 1, 'error: broken off']);
  });

  test('stops one, and the procedure hears it', async () => {
    const gate = new Gate();
    await using served = await serve(createRouter(gate));
    await using client = openClient(served);
    const log = new Log();
    const subscription = client.trpc.forever.subscribe(undefined, log.handlers);
    await eventually(() => expect(log.lines).toContain('here'));
    subscription.unsubscribe();
    await eventually(() => expect(gate.notes).toEqual(['forever ended']));
  });

  test('stops one before it has started, and the procedure never runs', async () => {
    const gate = new Gate();
    await using served = await serve(createRouter(gate));
    await using client = openClient(served);
    const subscription = client.trpc.gatedStream.subscribe(undefined, new Log().handlers);
    await eventually(() => expect(gate.reached).toBe(1));
    subscription.unsubscribe();
    expect(await client.trpc.echo.query('x')).toBe('x');
    gate.passed.resolve();
    expect(await client.trpc.echo.query('y')).toBe('y');
    // The generator was made, and closed before its first step.
    expect(gate.notes).toEqual([]);
  });

  test('resumes from its last event after a cut', async () => {
    await using served = await serve(createRouter(new Gate()));
    await using client = openClient(served);
    const log = new Log();
    client.trpc.numbered.subscribe({ from: 0 }, log.handlers);
    await eventually(() => expect(log.lines).toHaveLength(4));
    for (const socket of served.sockets) socket.terminate();
    await eventually(() => expect(log.lines).toHaveLength(8));
    const ids = log.lines.flatMap((line) =>
      typeof line === 'object' && line && 'id' in line ? [line.id] : [],
    );
    expect(ids).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('moves to another socket when it is asked to, and leaves the first', async () => {
    const gate = new Gate();
    await using served = await serve(createRouter(gate));
    await using client = openClient(served);
    const log = new Log();
    client.trpc.numbered.subscribe({ from: 0 }, log.handlers);
    await eventually(() => expect(log.lines).toHaveLength(4));
    const pending = client.trpc.gated.query();
    await eventually(() => expect(gate.reached).toBe(1));
    served.askToReconnect();
    await eventually(() => expect(client.sockets).toHaveLength(2));
    await eventually(() => expect(log.lines.length).toBeGreaterThanOrEqual(7));
    gate.passed.resolve();
    expect(await pending).toBe('passed');
    await eventually(() => expect(served.sockets.size).toBe(1));
    await eventually(() => expect(gate.notes).toEqual(['numbered ended']));
  });

  test('is closed with its subscriptions running, which end', async () => {
    const gate = new Gate();
    await using served = await serve(createRouter(gate));
    const client = openClient(served);
    const log = new Log();
    client.trpc.forever.subscribe(undefined, log.handlers);
    await eventually(() => expect(log.lines).toContain('here'));
    for (const socket of client.sockets) socket.close();
    await eventually(() => expect(gate.notes).toEqual(['forever ended']));
    await client[Symbol.asyncDispose]();
  });

  test('has its PINGs answered', async () => {
    await using served = await serve(createRouter(new Gate()));
    await using client = openClient(served);
    const pongs: unknown[] = [];
    await client.trpc.echo.query('x');
    client.sockets[0]?.addEventListener('message', ({ data }) => pongs.push(data));
    await eventually(() => expect(pongs.filter((data) => data === 'PONG').length).toBeGreaterThan(2));
    expect(client.opened).toBe(1);
  });

  test('is refused when its parameters are, and comes again', async () => {
    await using served = await serve(createRouter(new Gate()));
    const answers: Record<string, string>[] = [{ refuse: 'yes' }];
    await using client = openClient(served, () => answers.shift() ?? {});
    await expect(client.trpc.echo.query('x')).rejects.toThrow();
    await eventually(() => expect(client.opened).toBeGreaterThan(1));
    expect(await client.trpc.echo.query('y')).toBe('y');
  });
});
