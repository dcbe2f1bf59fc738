import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '@vibe/db/testing';
import { Registry } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../src/logger.ts';
import { busMetrics } from '../src/metrics/bus-metrics.ts';
import { serveMetrics } from '../src/metrics/serve-metrics.ts';
import { openBus } from '../src/open-bus.ts';
import { startTestServer } from '../src/testing/start-test-server.ts';
import { follow, type SyncEvent, socketClient } from './clients.ts';

test('what happens is counted, and served at an address of its own', async () => {
  const registry = new Registry();
  await using database = await createTestDatabase('pglite');
  await using bus = openBus(undefined, 'secret', createLogger('silent'));
  busMetrics(registry, bus);
  await using server = await startTestServer({ database, bus, metrics: registry });
  await using served = await serveMetrics(registry, { host: '127.0.0.1', port: 0 });
  const read = async () => (await fetch(`http://127.0.0.1:${served.port}/metrics`)).text();
  const value = async (name: string) =>
    Number(new RegExp(`^${name.replaceAll(/[{}]/g, '[$&]')} (\\S+)$`, 'm').exec(await read())?.[1]);

  expect(await value('vibe_connections')).toBe(0);
  expect(await value('vibe_bus_connected')).toBe(1);
  const ana = await server.signUp('Ana');
  const group = { type: 'group' as const, name: 'Group', userIds: [], historyVisible: true };
  const { id: conversationId } = await server.chat.createConversation(ana.caller, group);
  {
    using socket = socketClient(server, () => ana.accessToken);
    const stream = follow<SyncEvent>(socket.trpc.sync.stream);
    await vi.waitFor(() => expect(stream.events.at(-1)?.data.type).toBe('caughtUp'));
    await socket.trpc.message.send.mutate({ conversationId, clientId: randomUUID(), content: 'Hello' });
    await expect.poll(() => value('vibe_message_delay_seconds_count')).toBe(1);
    await socket.trpc.receipt.markRead.mutate({ conversationId, seq: 1 });
    for (const write of ['send', 'mark']) {
      expect(await value(`vibe_write_items_count{write="${write}"}`)).toBe(1);
      expect(await value(`vibe_write_items_sum{write="${write}"}`)).toBe(1);
      expect(await value(`vibe_write_seconds_count{write="${write}",outcome="ok"}`)).toBe(1);
      expect(await value(`vibe_write_waiting{write="${write}"}`)).toBe(0);
      expect(await value(`vibe_write_refused_total{write="${write}"}`)).toBe(0);
    }
    expect(await value('vibe_connections')).toBe(1);
    expect(await value('vibe_streams')).toBe(1);
    expect(await value('vibe_tcp_connections')).toBe(1);
    expect(await value('vibe_buffered_bytes')).toBe(0);
    expect(await value('vibe_deliveries_total')).toBeGreaterThanOrEqual(1);
    expect(await value('vibe_call_seconds_count')).toBeGreaterThanOrEqual(1);
    await expect.poll(() => value('vibe_sweep_seconds_count{outcome="ok"}')).toBeGreaterThanOrEqual(1);
    expect(await value('vibe_sweep_quick')).toBe(0);
  }
  await expect.poll(() => value('vibe_connections')).toBe(0);
  await expect.poll(() => value('vibe_streams')).toBe(0);
  expect((await fetch(`http://127.0.0.1:${served.port}/`)).status).toBe(404);
  expect((await fetch(`${server.url}/metrics`)).headers.get('content-type')).not.toContain('version=0.0.4');
});
