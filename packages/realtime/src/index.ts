export { createRealtime, type Realtime, type RealtimeDeps } from './create-realtime.ts';
export type { Log } from './log.ts';
export { memoryBus } from './memory-bus.ts';
