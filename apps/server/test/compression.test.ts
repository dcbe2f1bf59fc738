import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer } from '../src/testing/start-test-server.ts';

const long = 'far and wide '.repeat(200).trim();

/** What a socket that offers compression is sent when somebody reads a long message: its bytes, and what they say. */
async function readOver(compressAboveBytes?: number) {
  await using database = await createTestDatabase('pglite');
  const option = compressAboveBytes === undefined ? {} : { compressAboveBytes };
  await using server = await startTestServer({ database, ...option });
  const { caller, accessToken } = await server.signUp('Ana');
  const group = { type: 'group' as const, name: 'Group', userIds: [], historyVisible: true };
  const { id: conversationId } = await server.chat.createConversation(caller, group);
  await server.chat.sendMessage(caller, { conversationId, clientId: randomUUID(), content: long });

  let bytes = 0;
  const socket = new WebSocket(`${server.wsUrl}?connectionParams=1`);
  socket.on('upgrade', ({ socket: raw }) => raw.on('data', (chunk: Buffer) => (bytes += chunk.length)));
  await once(socket, 'open');
  socket.send(JSON.stringify({ method: 'connectionParams', data: { token: accessToken } }));
  const params = { path: 'message.list', input: { conversationId } };
  socket.send(JSON.stringify({ id: 1, method: 'query', params }));
  const [answer] = await once(socket, 'message');
  socket.terminate();
  return { bytes, answer: String(answer), extensions: socket.extensions };
}

test('long frames are compressed where that is set, and say the same', async () => {
  const { bytes, answer, extensions } = await readOver(1_000);
  expect(extensions).toContain('permessage-deflate');
  expect(JSON.parse(answer)).toMatchObject({ id: 1, result: { type: 'data' } });
  expect(answer).toContain(long);
  expect(bytes).toBeLessThan(answer.length / 2);
});

test('nothing is compressed otherwise', async () => {
  const { bytes, answer, extensions } = await readOver();
  expect(extensions).toBe('');
  expect(bytes).toBeGreaterThanOrEqual(answer.length);
});
