import { once } from 'node:events';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import type { AppRouter } from '@vibe/api';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Ears, LoadPerson } from '../../load/dialects/dialect.ts';
import { socketIo } from '../../load/dialects/socket-io.ts';
import { vibe } from '../../load/dialects/vibe.ts';
import { markedText } from '../../load/mark.ts';

const ana: LoadPerson = { userId: 4, token: 'a.b.c', conversationIds: [3], companionIds: [1, 2] };

/** A client's voice, what it says, and what it reports. */
function listen(position: string | null = null) {
  const said: string[] = [];
  const heard: unknown[] = [];
  const ears: Ears = {
    ready: () => heard.push('ready'),
    delivered: (send) => heard.push(['delivered', send]),
    replayed: (send) => heard.push(['replayed', send]),
    acked: (send) => heard.push(['acked', send]),
    failed: (reason) => heard.push(['failed', reason]),
  };
  const options = {
    person: ana,
    isListening: true,
    position,
    ears,
    say: (frame: string) => said.push(frame),
  };
  return { said, heard, options };
}

/** `message.send` as sent with this id in place of the one that was made up. */
const withClientId = (frame: string): string =>
  frame.replace(/"clientId":"[^"]+"/, '"clientId":"00000000-0000-4000-8000-000000000000"');

test('what we say to our server is to the byte what wsLink says', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const paths: (string | undefined)[] = [];
  const frames: string[] = [];
  server.on('connection', (socket, request) => {
    paths.push(request.url);
    socket.on('message', (data) => frames.push(String(data)));
  });
  const client = createWSClient({
    url: `ws://127.0.0.1:${port}/trpc`,
    connectionParams: { token: ana.token },
  });
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client })] });
  trpc.sync.stream.subscribe({ cursor: null }, {});
  trpc.typing.stream.subscribe({}, {});
  trpc.presence.stream.subscribe({ userIds: ana.companionIds }, {});
  await expect.poll(() => frames.length).toBe(2);
  const clientId = '00000000-0000-4000-8000-000000000000';
  trpc.message.send.mutate({ conversationId: 3, clientId, content: markedText(12) }).catch(() => {});
  await expect.poll(() => frames.length).toBe(3);
  trpc.conversation.list.query({}).catch(() => {});
  await expect.poll(() => frames.length).toBe(4);
  void client.close();
  for (const socket of server.clients) socket.terminate();
  server.close();

  const { said, options } = listen();
  const voice = vibe.voice(options);
  voice.greet();
  voice.send(12, 3);
  voice.call?.({ method: 'query', path: 'conversation.list', input: {}, onAnswer() {} });
  expect(said.map(withClientId)).toEqual(frames);
  expect(paths).toEqual([vibe.path]);
});

test('our frames are told apart: what begins, deliveries, answers, errors', () => {
  const { said, heard, options } = listen();
  const voice = vibe.voice(options);
  const hear = (frame: object) => voice.hear(Buffer.from(JSON.stringify(frame)));
  for (const id of [1, 2, 3]) hear({ id, result: { type: 'started' } });
  expect(heard).toEqual([]);
  hear({ id: 1, result: { id: 'c0', type: 'data', data: { message: { content: markedText(1) } } } });
  hear({ id: 1, result: { id: 'c1', type: 'data', data: { type: 'caughtUp' } } });
  expect(heard.splice(0, 1)).toEqual([['replayed', 1]]);
  expect(heard).toEqual(['ready']);
  hear({ id: 1, result: { id: 'c2', type: 'data', data: { message: { content: markedText(5) } } } });
  hear({ id: 2, result: { type: 'data', data: { type: 'typing.changed' } } });
  hear({ id: 4, result: { type: 'data', data: { content: markedText(6) } } });
  expect(heard.splice(1)).toEqual([
    ['delivered', 5],
    ['acked', 6],
  ]);
  voice.call?.({
    method: 'query',
    path: 'user.byId',
    input: {},
    onAnswer: (frame) => heard.push(`${frame}`),
  });
  const answer = { id: 4, result: { type: 'data', data: {} } };
  hear(answer);
  expect(heard.splice(1)).toEqual([JSON.stringify(answer)]);
  hear({ id: 5, error: { message: 'BUSY' } });
  hear({ id: null, method: 'reconnect' });
  expect(heard.splice(1)).toHaveLength(2);

  expect(voice.position()).toBe('c2');
  const next = listen(voice.position());
  vibe.voice(next.options).greet();
  expect(said).toEqual(['{"id":4,"method":"query","params":{"input":{},"path":"user.byId"}}']);
  expect(next.said[1]).toContain('"path":"sync.stream","lastEventId":"c2"');
});

test('Socket.IO is spoken as far as it is needed', () => {
  const { said, heard, options } = listen();
  const voice = socketIo.voice(options);
  for (const frame of ['0{"sid":"x"}', '40{"sid":"y"}', '430[]', '2']) voice.hear(Buffer.from(frame));
  expect(said).toEqual(['40', '420["join",[3]]', '3']);
  voice.send(9, 3);
  expect(said.at(-1)).toBe(`421["send",3,"${markedText(9)}"]`);
  voice.hear(Buffer.from(`42["message",{"text":"${markedText(9)}"}]`));
  voice.hear(Buffer.from('431[17]'));
  expect(heard).toEqual(['ready', ['delivered', 9], ['acked', 9]]);
});
