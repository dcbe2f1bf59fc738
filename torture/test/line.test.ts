import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createRandom } from '../random.ts';
import { openLine } from '../world/line.ts';

/** A client on a line to a server that answers with what it is told; what came back. */
async function talk() {
  await using started = new AsyncDisposableStack();
  const server = { heard: '' };
  const echo = createServer((socket) => {
    socket.on('error', () => {}).pipe(socket);
    socket.on('data', (data) => {
      server.heard += String(data);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  started.defer(() => void echo.close());
  const address = echo.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const line = started.use(await openLine(() => port, createRandom(1), '127.0.0.1'));
  const client: Socket = connect(Number(new URL(line.url).port), '127.0.0.1');
  started.defer(() => void client.destroy());
  const heard = { text: '', isBroken: false };
  client.on('data', (data) => {
    heard.text += String(data);
  });
  client.on('error', () => {});
  client.on('close', () => {
    heard.isBroken = true;
  });
  await once(client, 'connect');
  const held = started.move();
  return { line, client, heard, server, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

test('what is said in pieces, and late, arrives whole and in order', async () => {
  await using talking = await talk();
  const { line, client, heard } = talking;
  line.weather.isSplit = true;
  client.write('one, ');
  await vi.waitFor(() => expect(heard.text).toBe('one, '));
  line.weather.delayMs = 50;
  client.write('two, ');
  line.weather.delayMs = 0;
  line.weather.isSplit = false;
  client.write('three');
  await vi.waitFor(() => expect(heard.text).toBe('one, two, three'));
});

test('half-open, nothing arrives and nothing breaks; afterwards all arrives', async () => {
  await using talking = await talk();
  const { line, client, heard } = talking;
  client.write('before');
  await vi.waitFor(() => expect(heard.text).toBe('before'));
  line.freeze();
  client.write(' after');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(heard).toEqual({ text: 'before', isBroken: false });
  line.thaw();
  await vi.waitFor(() => expect(heard.text).toBe('before after'));
});

test.each(['cut', 'cutInside'] as const)('%s breaks the connection', async (how) => {
  await using talking = await talk();
  const { line, client, heard } = talking;
  client.write('before');
  await vi.waitFor(() => expect(heard.text).toBe('before'));
  line[how]();
  client.write('something long');
  await vi.waitFor(() => expect(heard.isBroken).toBe(true));
  expect(heard.text.length).toBeLessThan('beforesomething long'.length);
});

test.each([
  ['once the server has answered', true],
  ['before the server has heard of it', false],
])('the next send is swallowed %s', async (_, arrives) => {
  await using talking = await talk();
  const { line, client, heard, server } = talking;
  const onSwallowed = vi.fn();
  line.swallowNextSend(arrives, onSwallowed);
  client.write('GET /trpc/message.list');
  await vi.waitFor(() => expect(heard.text).toContain('message.list'));
  expect(onSwallowed).not.toHaveBeenCalled();
  client.write('POST /trpc/message.send');
  await vi.waitFor(() => expect(heard.isBroken).toBe(true));
  expect(onSwallowed).toHaveBeenCalledOnce();
  expect(heard.text).not.toContain('message.send');
  expect(server.heard.includes('message.send')).toBe(arrives);
});
