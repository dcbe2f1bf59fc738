import { Counter, Gauge, type Registry } from 'prom-client';
import type { OpenBus } from '../open-bus.ts';

/** How the bus is, asked whenever somebody looks. */
export function busMetrics(registry: Registry, bus: OpenBus): void {
  const registers = [registry];
  new Gauge({
    name: 'vibe_bus_connected',
    help: '1 while notices reach other instances, as far as is known',
    aggregator: 'min',
    registers,
    collect() {
      this.set(bus.isConnected ? 1 : 0);
    },
  });
  new Counter({
    name: 'vibe_bus_dropped_total',
    help: 'Notices that were not sent to other instances',
    registers,
    collect() {
      this.reset();
      this.inc(bus.dropped);
    },
  });
}
