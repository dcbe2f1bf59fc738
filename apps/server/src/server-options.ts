import type { Bus, Clock } from '@vibe/chat';
import type { Database } from '@vibe/db';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { HostIdentity } from './identity/host-identity.ts';
import type { TrustProxy } from './limits/address-of.ts';
import type { Rates } from './limits/rate-limits.ts';

export interface ServerOptions {
  /** Migrated. The server uses it, and leaves closing it to whoever opened it. */
  database: Database;
  bus: Bus;
  /** What tokens are made with. */
  secret: string;
  allowedOrigins: readonly string[];
  trustProxy: TrustProxy;
  /** Null for the built-in identity. */
  hostIdentity: HostIdentity | null;
  rates: Rates;
  clock: Clock;
  log: Logger;
  /** How long it goes on, when it is to stop, for the balancer to notice, and again for its clients to leave one by one. */
  drainMs?: number;
  /** Where what happens is counted; nobody counts otherwise. */
  metrics?: Registry | undefined;
  /** What is longer is compressed for sockets that want it; nothing is otherwise. */
  compressAboveBytes?: number | undefined;
  /** Where the built web client is. */
  webDirectory: string;
  /** How often what nobody needs any more is cleared away. */
  housekeepingIntervalMs?: number | undefined;
}
