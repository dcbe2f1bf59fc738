import { Histogram, type Registry } from 'prom-client';
import type { CallsUnderWay } from '../limits/calls-under-way.ts';

/** Those calls, and how long each takes: over HTTP and over sockets, streams left out. */
export function timedCalls(registry: Registry, calls: CallsUnderWay): CallsUnderWay {
  const durations = new Histogram({
    name: 'vibe_call_seconds',
    help: 'What queries and mutations take',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return {
    ...calls,
    begin() {
      const end = calls.begin();
      const stopTimer = durations.startTimer();
      return () => {
        stopTimer();
        end();
      };
    },
  };
}
