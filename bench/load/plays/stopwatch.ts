import { cpuSeconds } from '../../process/usage.ts';
import type { Ledger } from '../ledger.ts';

/** What happened within a window of time. */
export interface Lap {
  seconds: number;
  deliveries: number;
  serverCpuSeconds: number;
  /** The load generator's own share of its processor: near 1, it was the limit, and not the server. */
  generatorShare: number;
}

/** Starts at once; the returned function stops it. */
export function startStopwatch(serverPids: readonly number[], ledger: Ledger): () => Lap {
  const [beganAt, deliveries, cpu, own] = [
    performance.now(),
    ledger.deliveries,
    cpuSeconds(serverPids),
    process.cpuUsage(),
  ];
  return () => {
    const seconds = (performance.now() - beganAt) / 1_000;
    const { user, system } = process.cpuUsage(own);
    return {
      seconds,
      deliveries: ledger.deliveries - deliveries,
      serverCpuSeconds: cpuSeconds(serverPids) - cpu,
      generatorShare: (user + system) / 1e6 / seconds,
    };
  };
}
