import cluster from 'node:cluster';
import { hkdfSync } from 'node:crypto';
import type { Bus } from '@vibe/chat';
import { type Log, memoryBus, processBus, redisBus } from '@vibe/realtime';
import type { Logger } from 'pino';
import { parentLink } from './workers/parent-link.ts';

export interface OpenBus extends Bus, AsyncDisposable {
  /** Notices that did not leave this process, though they should have. */
  readonly dropped: number;
}

/**
 * The bus over Redis where there is one to use, else that of this process, and of those beside it on its port. All instances of a deployment have the same
 * secret, and no other deployment has it: so it names their part of a Redis that others may use as well.
 */
export function openBus(redisUrl: string | undefined, secret: string, log: Logger): OpenBus {
  const say: Log = (message, err) => log.error({ err }, message);
  if (redisUrl !== undefined) return redisBus({ url: redisUrl, namespace: namespaceOf(secret), log: say });
  const bus = cluster.isWorker ? processBus(parentLink, say) : { ...memoryBus(), dropped: 0 };
  return Object.assign(bus, { [Symbol.asyncDispose]: async () => {} });
}

const namespaceOf = (secret: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'vibe-chat bus', 12)).toString('base64url');
