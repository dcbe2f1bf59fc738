import { ChatError } from '@vibe/chat';
import type { RateName } from '@vibe/contract';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export type Rates = Record<RateName, { points: number; seconds: number }>;

/** The same rates, with `factor` times the points. */
export const scaleRates = (rates: Rates, factor: number): Rates => ({
  ...rates,
  ...Object.fromEntries(
    Object.entries(rates).map(([name, { points, seconds }]) => [
      name,
      { points: Math.max(1, Math.round(points * factor)), seconds },
    ]),
  ),
});

/** Counts one use. @throws RATE_LIMITED with `retryAfterMs`. */
export type Limit = (rate: RateName, key: string | number) => Promise<void>;

/** Counts in memory: each instance for itself. */
export function rateLimits(rates: Rates): Limit {
  const limiters = new Map(
    Object.entries(rates).map(([name, { points, seconds: duration }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration }),
    ]),
  );
  return async (rate, key) => {
    try {
      await limiters.get(rate)?.consume(key);
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw tooMany(reason.msBeforeNext);
    }
  };
}

function tooMany(retryAfterMs: number): ChatError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return new ChatError('RATE_LIMITED', `Too much at once. Try again in ${seconds} s.`, { retryAfterMs });
}
