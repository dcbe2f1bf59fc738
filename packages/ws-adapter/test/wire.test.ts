import { describe, expect, test } from 'vitest';
import { RawClient } from './raw-client.ts';
import { createRouter, Gate } from './router.ts';
import { type Serve, serveOurs, serveStock } from './serve.ts';

interface Scene {
  client: RawClient;
  gate: Gate;
  askToReconnect(): void;
}

/** A conversation on the wire, after which so many frames have come. The two adapters say the same, byte for byte. */
interface Exchange {
  name: string;
  query?: string;
  run(scene: Scene): void | Promise<void>;
  frames: number;
  /** What it is about, so that two adapters that both say nonsense do not agree. */
  says: RegExp[];
}

const subscribe = (id: unknown, path: string, input?: unknown) => ({
  id,
  method: 'subscription',
  params: { path, input },
});
const stop = (id: unknown) => ({ id, method: 'subscription.stop' });

const exchanges: Exchange[] = [
  {
    name: 'a query',
    run: ({ client }) => client.call(1, 'query', 'echo', 'hello'),
    frames: 1,
    says: [/^\{"id":1,"result":\{"type":"data","data":"hello"\}\}$/],
  },
  {
    name: 'a query that answers nothing',
    run: ({ client }) => client.call(1, 'query', 'nothing'),
    frames: 1,
    says: [/^\{"id":1,"result":\{"type":"data"\}\}$/],
  },
  {
    name: 'a mutation, in JSON-RPC 2.0, under an id that is a text',
    run: ({ client }) =>
      client.send({ id: 'a"b', jsonrpc: '2.0', method: 'mutation', params: { path: 'add', input: 'x' } }),
    frames: 1,
    says: [/^\{"id":"a\\"b","jsonrpc":"2.0","result":.*added x/],
  },
  {
    name: 'a batch',
    async run({ client }) {
      client.send([
        { id: 1, method: 'query', params: { path: 'echo', input: 'a' } },
        { id: 2, method: 'mutation', params: { path: 'add', input: 'b' } },
      ]);
      await client.until(2);
    },
    frames: 2,
    says: [/"id":1.*"a"/, /"id":2.*added b/],
  },
  {
    name: 'a batch that is too large',
    run: ({ client }) =>
      client.send([
        ...[1, 2, 3, 4, 5].map((id) => ({ id, method: 'query', params: { path: 'echo', input: 'a' } })),
        stop(7),
        { id: 'x', jsonrpc: '2.0', method: 'query', params: {} },
      ]),
    frames: 6,
    says: [/"id":1.*exceeds maximum size/, /2/, /3/, /4/, /5/, /"id":"x","jsonrpc":"2.0"/],
  },
  {
    name: 'a batch that is too large and has no calls',
    run: ({ client }) => client.send([1, 2, 3, 4, 5, 6]),
    frames: 1,
    says: [/"id":null.*exceeds maximum size/],
  },
  {
    name: 'refusals, crashes and wrong inputs',
    async run({ client }) {
      for (const [at, path] of ['fail', 'crash', 'echo', 'iterableQuery', 'unwritable'].entries()) {
        client.call(at, 'query', path);
        await client.until(at + 1);
      }
    },
    frames: 5,
    says: [/FORBIDDEN/, /INTERNAL_SERVER_ERROR/, /BAD_REQUEST/, /UNSUPPORTED_MEDIA_TYPE/, /BigInt/],
  },
  {
    name: 'a procedure that is not there, or is of another kind',
    async run({ client }) {
      client.call(1, 'query', 'dance');
      await client.until(1);
      client.call(2, 'mutation', 'echo', 'x');
      await client.until(2);
      client.call(3, 'subscription', 'echo', 'x');
    },
    frames: 3,
    says: [/"id":1.*NOT_FOUND/, /"id":2.*NOT_FOUND/, /"id":3.*NOT_FOUND/],
  },
  {
    name: 'frames that are none',
    async run({ client }) {
      const frames = [
        '{',
        '',
        '7',
        'null',
        '[7]',
        '[]',
        '{"id":1}',
        '{"id":[],"method":"query","params":{}}',
      ];
      for (const frame of frames) client.send(frame);
      client.send({ id: 1, method: 'dance', params: {} });
      client.send({ id: 1, jsonrpc: '1.0', method: 'query', params: { path: 'echo' } });
      client.send({ id: 1, method: 'query', params: { path: 'echo', lastEventId: 7 } });
      client.send(Buffer.from('{"id":1,"method":"query","params":{"path":"echo","input":"x"}}'));
      client.send({ id: null, method: 'query', params: { path: 'echo', input: 'x' } });
    },
    frames: 12,
    says: Array.from({ length: 12 }, () => /"id":null,"error".*PARSE_ERROR/),
  },
  {
    name: 'PING and PONG',
    async run({ client }) {
      client.send('PONG');
      client.send('PING');
      await client.until(1);
      client.call(1, 'query', 'echo', 'x');
    },
    frames: 2,
    says: [/^PONG$/, /"x"/],
  },
  {
    name: 'a subscription that ends',
    run: ({ client }) => client.send(subscribe(1, 'count', 2)),
    frames: 4,
    says: [/^\{"id":1,"result":\{"type":"started"\}\}$/, /"data":1/, /"data":2/, /"stopped"/],
  },
  {
    name: 'a subscription in JSON-RPC 2.0',
    run: ({ client }) => client.send({ ...subscribe('s', 'count', 1), jsonrpc: '2.0' }),
    frames: 3,
    says: [/^\{"id":"s","jsonrpc":"2.0","result":\{"type":"started"\}\}$/, /data/, /stopped/],
  },
  {
    name: 'tracked events, resumed',
    async run({ client }) {
      client.send(subscribe(1, 'numbered'));
      await client.until(4);
      client.send(stop(1));
      await client.until(5);
      client.send({ id: 2, method: 'subscription', params: { path: 'numbered', lastEventId: '3' } });
      await client.until(9);
      client.send({
        id: 3,
        method: 'subscription',
        params: { path: 'numbered', input: {}, lastEventId: '8' },
      });
    },
    frames: 13,
    says: [
      /started/,
      /"data":\{"id":"1","data":\{"number":1,.*\}\},"id":"1"\}\}$/s,
      /"2"/,
      /"3"/,
      /stopped/,
      /started/,
      /"4"/,
    ],
  },
  {
    name: 'a subscription that is stopped',
    async run({ client }) {
      client.send(subscribe(1, 'forever'));
      await client.until(2);
      client.send(stop(1));
    },
    frames: 3,
    says: [/started/, /here/, /stopped/],
  },
  {
    name: 'a subscription that is stopped and does not hear it',
    async run({ client, gate }) {
      client.send(subscribe(1, 'deaf'));
      await client.until(2);
      client.send(stop(1));
      client.call(2, 'query', 'echo', 'meanwhile');
      await client.until(3);
      gate.passed.resolve();
    },
    frames: 4,
    says: [/started/, /here/, /meanwhile/, /stopped/],
  },
  {
    name: 'one that fails',
    run: ({ client }) => client.send(subscribe(1, 'failing')),
    frames: 4,
    says: [/started/, /1/, /"error".*broken off/, /stopped/],
  },
  {
    name: 'one that fails at once, or is none',
    async run({ client }) {
      client.send(subscribe(1, 'failsAtOnce'));
      await client.until(1);
      client.send(subscribe(2, 'noIterable'));
    },
    frames: 2,
    says: [/"error".*UNAUTHORIZED/, /"error".*did not return/],
  },
  {
    name: 'an observable',
    run: ({ client }) => client.send(subscribe(1, 'observed')),
    frames: 4,
    says: [/started/, /one/, /two/, /stopped/],
  },
  {
    name: 'a stop before anything was started, and of an id that there is not',
    async run({ client }) {
      client.send(stop(1));
      client.send(stop(null));
      client.send(subscribe(1, 'count', 1));
    },
    frames: 4,
    says: [/`id` is required/, /started/, /1/, /stopped/],
  },
  {
    name: 'a stop while a middleware runs',
    async run({ client, gate }) {
      client.send(subscribe(1, 'gatedStream'));
      await expect.poll(() => gate.reached).toBe(1);
      client.send(stop(1));
      client.call(2, 'query', 'echo', 'meanwhile');
      await client.until(1);
      gate.passed.resolve();
    },
    frames: 2,
    says: [/meanwhile/, /"id":1.*stopped/],
  },
  {
    name: 'a stop that the procedure answers with an AbortError',
    async run({ client, gate }) {
      client.send(subscribe(1, 'givesUp'));
      await expect.poll(() => gate.reached).toBe(1);
      client.send(stop(1));
    },
    frames: 1,
    says: [/"id":1.*stopped/],
  },
  {
    name: 'an id in use, and in use again after it was stopped',
    async run({ client }) {
      client.send(subscribe(1, 'forever'));
      await client.until(2);
      client.send(subscribe(1, 'count', 1));
      await client.until(3);
      client.call(1, 'query', 'echo', 'queries may');
      await client.until(4);
      client.send(stop(1));
      await client.until(5);
      client.send(subscribe(1, 'count', 1));
    },
    frames: 8,
    says: [/started/, /here/, /Duplicate id 1/, /queries may/, /stopped/, /started/, /1/, /stopped/],
  },
  {
    name: 'connection parameters, and calls that come with them',
    query: '?connectionParams=1',
    async run({ client }) {
      client.send({ method: 'connectionParams', data: { token: 'abc' } });
      client.call(1, 'query', 'params');
    },
    frames: 1,
    says: [/"data":\{"token":"abc"\}/],
  },
  {
    name: 'no connection parameters',
    query: '?connectionParams=1',
    async run({ client }) {
      client.send({ method: 'connectionParams', data: null });
      client.call(1, 'query', 'params');
    },
    frames: 1,
    says: [/"data":null/],
  },
  ...['{', '7', '[]', '{"data":7}', '{"data":{"a":1}}'].map((frame) => ({
    name: `connection parameters that are none: ${frame}`,
    query: '?connectionParams=1',
    run: ({ client }: Scene) => client.send(frame),
    frames: 1,
    says: [/"id":null,"error".*PARSE_ERROR/],
  })),
  {
    name: 'connection parameters that are refused, with a call behind them',
    query: '?connectionParams=1',
    async run({ client }) {
      client.send({ method: 'connectionParams', data: { refuse: 'yes' } });
      client.call(1, 'query', 'params');
    },
    frames: 2,
    says: [/"id":null,"error".*no such person/, /"id":1,"error".*no such person/],
  },
  {
    name: 'the wish that clients reconnect',
    async run({ client, askToReconnect }) {
      client.call(1, 'query', 'echo', 'x');
      await client.until(1);
      askToReconnect();
    },
    frames: 2,
    says: [/x/, /^\{"id":null,"method":"reconnect"\}$/],
  },
];

async function framesOf(serve: Serve, { query = '', run, frames }: Exchange): Promise<string[]> {
  const gate = new Gate();
  await using served = await serve(createRouter(gate));
  using client = await RawClient.open(`${served.url}/${query}`);
  await run({ client, gate, askToReconnect: served.askToReconnect });
  await client.until(frames);
  if (client.socket.readyState === client.socket.OPEN && !query) {
    client.call('last', 'query', 'echo', 'last');
    await client.until(frames + 1);
  }
  return client.frames;
}

describe("on the wire, ours says what tRPC's adapter says:", () => {
  test.for(exchanges)('$name', async (exchange) => {
    const [stock, ours] = [await framesOf(serveStock, exchange), await framesOf(serveOurs, exchange)];
    expect(ours).toEqual(stock);
    for (const [at, pattern] of exchange.says.entries()) expect(ours[at]).toMatch(pattern);
  });
});
