export { createRealtime, type Realtime, type RealtimeDeps } from './create-realtime.ts';
export type { Log } from './log.ts';
export { memoryBus } from './memory-bus.ts';
export { type ProcessBus, type ProcessLink, processBus } from './process-bus.ts';
export { type RedisBus, type RedisBusOptions, redisBus } from './redis-bus/redis-bus.ts';
export { SendWindow } from './send-window.ts';
export { silentTelemetry, type Telemetry } from './telemetry.ts';
