import { once } from 'node:events';
import { closeCodes } from '@vibe/contract';
import { createTestDatabase } from '@vibe/db/testing';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer } from '../src/testing/start-test-server.ts';

test('P29: a socket that is slow to say whose it is may come again with the same token', async () => {
  await using database = await createTestDatabase('pglite');
  await using server = await startTestServer({ database });
  const socket = new WebSocket(`${server.wsUrl}?connectionParams=1`);
  const [code] = await once(socket, 'close');
  expect(code).toBe(closeCodes.silent);
});
