import type { Clock } from '@vibe/chat';
import type { Telemetry } from '@vibe/realtime';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What the live side tells of itself, counted. */
export function liveMetrics(registry: Registry, clock: Clock): Telemetry {
  const registers = [registry];
  const connections = new Gauge({
    name: 'vibe_connections',
    help: 'Sockets of people who are signed in',
    registers,
  });
  const streams = new Gauge({ name: 'vibe_streams', help: 'Open subscriptions', registers });
  const deliveries = new Counter({
    name: 'vibe_deliveries_total',
    help: 'Durable events handed to streams',
    registers,
  });
  const delay = new Histogram({
    name: 'vibe_message_delay_seconds',
    help: 'From when a message was sent, by the database’s clock, to when it was handed to streams here',
    buckets: secondsBuckets,
    registers,
  });
  const sweeps = new Histogram({
    name: 'vibe_sweep_seconds',
    help: 'What the sweep took',
    labelNames: ['outcome'],
    buckets: secondsBuckets,
    registers,
  });
  const missed = new Counter({
    name: 'vibe_sweep_missed_total',
    help: 'What the sweep had to deliver, since the bus had not',
    labelNames: ['what'],
    registers,
  });
  const quick = new Gauge({
    name: 'vibe_sweep_quick',
    help: '1 while the sweep is quick, since the bus does not deliver',
    registers,
  });
  return {
    connectionOpened: () => connections.inc(),
    connectionClosed: () => connections.dec(),
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    delivered: (count) => deliveries.inc(count),
    messageTold: (sentAt) => delay.observe(Math.max(0, clock.now().getTime() - Date.parse(sentAt)) / 1_000),
    swept({ durationMs, isOk, missedConversations, missedReceipts }) {
      sweeps.observe({ outcome: isOk ? 'ok' : 'failed' }, durationMs / 1_000);
      missed.inc({ what: 'conversation' }, missedConversations);
      missed.inc({ what: 'receipt' }, missedReceipts);
    },
    paceChanged: (pace) => quick.set(pace === 'quick' ? 1 : 0),
  };
}
