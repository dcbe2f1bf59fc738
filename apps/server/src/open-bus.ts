import { hkdfSync } from 'node:crypto';
import type { Bus } from '@vibe/chat';
import { memoryBus, redisBus } from '@vibe/realtime';
import type { Logger } from 'pino';

export interface OpenBus extends Bus, AsyncDisposable {
  /** Notices that did not leave this process, though they should have. */
  readonly dropped: number;
}

/**
 * The bus over Redis where there is one to use, else that of this process alone. All instances of a deployment have the same
 * secret, and no other deployment has it: so it names their part of a Redis that others may use as well.
 */
export function openBus(redisUrl: string | undefined, secret: string, log: Logger): OpenBus {
  if (redisUrl === undefined) {
    return { ...memoryBus(), dropped: 0, [Symbol.asyncDispose]: async () => {} };
  }
  return redisBus({
    url: redisUrl,
    namespace: Buffer.from(hkdfSync('sha256', secret, '', 'vibe-chat bus', 12)).toString('base64url'),
    log: (message, err) => log.error({ err }, message),
  });
}
