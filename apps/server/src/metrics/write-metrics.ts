import { type GroupedWrite, silentWriteTelemetry, type WriteTelemetry } from '@vibe/chat';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What is written in groups, counted by its kind; nobody counts without a registry. */
export function writeMetrics(registry: Registry | undefined): Record<GroupedWrite, WriteTelemetry> {
  if (!registry) return { send: silentWriteTelemetry, mark: silentWriteTelemetry };
  const registers = [registry];
  const sizes = new Histogram({
    name: 'vibe_write_items',
    help: 'Items that were written in one commit',
    labelNames: ['write'],
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  });
  const durations = new Histogram({
    name: 'vibe_write_seconds',
    help: 'What one such commit took',
    labelNames: ['write', 'outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const waiting = new Gauge({
    name: 'vibe_write_waiting',
    help: 'Items that wait to be written',
    labelNames: ['write'],
    registers,
  });
  const refused = new Counter({
    name: 'vibe_write_refused_total',
    help: 'Items that were refused, since too many waited',
    labelNames: ['write'],
    registers,
  });
  const telemetryOf = (write: GroupedWrite): WriteTelemetry => {
    const [size, count, refusal] = [sizes.labels(write), waiting.labels(write), refused.labels(write)];
    // A series that begins at its first refusal shows no rise.
    refusal.inc(0);
    return {
      waiting: (items) => count.set(items),
      refused: () => refusal.inc(),
      written({ items, durationMs, outcome }) {
        size.observe(items);
        durations.observe({ write, outcome }, durationMs / 1_000);
      },
    };
  };
  return { send: telemetryOf('send'), mark: telemetryOf('mark') };
}
