import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';
import type { ServerEnv } from '../env.ts';
import { serveMetrics } from '../metrics/serve-metrics.ts';
import { untilSignalled } from '../start/until-signalled.ts';
import { Crew } from './crew.ts';
import { relayNotices } from './relay-notices.ts';

/** Runs the server as several processes on one port until somebody stops it. False where it could not start. */
export async function runWorkers({ workers, host, metricsPort }: ServerEnv, log: Logger): Promise<boolean> {
  const stopped = untilSignalled();
  relayNotices();
  const registry = new AggregatorRegistry();
  await using _ =
    metricsPort === undefined
      ? null
      : await serveMetrics(
          { contentType: registry.contentType, metrics: () => registry.clusterMetrics() },
          { host, port: metricsPort },
        );
  const crew = new Crew(workers, log);
  if (!(await crew.start())) return false;
  await stopped;
  await crew.stop();
  return true;
}
