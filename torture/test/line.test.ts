import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createRandom } from '../random.ts';
import { openLine } from '../world/line.ts';

/** A client on a line to a server that answers with what it is told; what came back. */
async function talk() {
  await using started = new AsyncDisposableStack();
  const server = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  started.defer(() => void server.close());
  const address = server.address();
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
  return { line, client, heard, [Symbol.asyncDispose]: () => held.disposeAsync() };
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

test('the ack of the next send is swallowed once the server has given it', async () => {
  await using talking = await talk();
  const { line, client, heard } = talking;
  const onAnswered = vi.fn();
  line.swallowNextAck(onAnswered);
  client.write('GET /trpc/message.list');
  await vi.waitFor(() => expect(heard.text).toContain('message.list'));
  expect(onAnswered).not.toHaveBeenCalled();
  client.write('POST /trpc/message.send');
  await vi.waitFor(() => expect(heard.isBroken).toBe(true));
  expect(onAnswered).toHaveBeenCalledOnce();
  expect(heard.text).not.toContain('message.send');
});
