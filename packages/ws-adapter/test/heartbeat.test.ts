import { expect, test, vi } from 'vitest';
import { RawClient } from './raw-client.ts';
import { createRouter, Gate } from './router.ts';
import { serveOurs } from './serve.ts';

// Both ends are in this process: between two pings each gets its turn.
const keepAlive = { pingMs: 10, missedPings: 5 };

test('P40: a socket from which nothing comes any more is ended; one that answers pings is not, though its page is asleep', async () => {
  await using served = await serveOurs(createRouter(new Gate()), { keepAlive });
  using dead = await RawClient.open(served.url, { autoPong: false });
  // It answers as a browser does for a page whose scripts are frozen.
  using asleep = await RawClient.open(served.url);
  let pings = 0;
  asleep.socket.on('ping', () => {
    pings += 1;
  });
  expect(await dead.closed).toBe(1006);
  await vi.waitFor(() => expect(pings).toBeGreaterThan(10), { timeout: 10_000, interval: 5 });
  expect(asleep.socket.readyState).toBe(asleep.socket.OPEN);
  expect(asleep.frames).toEqual([]);
});

test('one that speaks without answering pings is alive too', async () => {
  await using served = await serveOurs(createRouter(new Gate()), { keepAlive });
  using client = await RawClient.open(served.url, { autoPong: false });
  let pings = 0;
  client.socket.on('ping', () => {
    pings += 1;
    client.send('PING');
  });
  await vi.waitFor(() => expect(pings).toBeGreaterThan(10), { timeout: 10_000, interval: 5 });
  expect(client.socket.readyState).toBe(client.socket.OPEN);
});
