import type { Fault } from './fault.ts';

/** Redis is killed: its connections break, and it refuses new ones. */
export const stopRedis: Fault = {
  hits: 'redis',
  longestS: 15,
  async begin({ world: { redis } }) {
    await redis.kill();
    return { what: 'Redis', end: redis.start };
  },
};
