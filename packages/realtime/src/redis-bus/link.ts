import type { RedisOptions } from 'ioredis';

/** How long Redis may take to say anything it was asked for; then its connection is broken off. */
const patienceMs = 2_000;

/** A connection to Redis, and one for what is heard. It does not outlive a fault: another one is opened then. */
export interface RedisLink {
  publish(channel: string, text: string): Promise<unknown>;
  join(channels: string[]): Promise<unknown>;
  leave(channel: string): Promise<unknown>;
  /** Breaks it off. What was sent before still leaves. */
  close(): void;
}

export interface LinkEvents {
  heard(text: string): void;
  /** It broke. */
  ended(error: Error): void;
  signal: AbortSignal;
}

/** Nothing is queued, repeated or waited for: whoever sends while it is broken is told so at once. */
export const linkOptions = {
  lazyConnect: true,
  retryStrategy: null,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  connectTimeout: patienceMs,
  socketTimeout: patienceMs,
} as const satisfies RedisOptions;
