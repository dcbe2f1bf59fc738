import type { Fault } from './fault.ts';

/** Redis hangs: it keeps its connections, and says nothing. */
export const pauseRedis: Fault = {
  hits: 'redis',
  longestS: 20,
  begin({ world: { redis } }) {
    redis.hang();
    return { what: 'Redis', end: redis.goOn };
  },
};
