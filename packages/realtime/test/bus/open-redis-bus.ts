import { expect } from 'vitest';
import { type RedisBus, redisBus } from '../../src/index.ts';

/** All of one Redis are of one deployment, unless they say otherwise. What they log is not expected unless a test looks at it. */
export const openRedisBus = (url: string, log: string[] = [], namespace = 'test'): RedisBus =>
  redisBus({ url, namespace, log: (message, error) => log.push(`${message}: ${error}`) });

/** What is published is heard again: that takes Redis all the way round. */
export async function untilConnected(...buses: RedisBus[]): Promise<void> {
  for (const bus of buses) await expect.poll(() => bus.isConnected, { timeout: 15_000 }).toBe(true);
}
