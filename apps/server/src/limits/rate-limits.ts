import { ChatError } from '@vibe/chat';
import type { RateName } from '@vibe/contract';
import { RateWindows } from './rate-windows.ts';

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
export type Limit = (rate: RateName, key: string | number) => void;

/** Counts in memory: each instance for itself. */
export function rateLimits(rates: Rates): Limit {
  const windows = new Map(Object.entries(rates).map(([name, rate]) => [name, new RateWindows(rate)]));
  return (rate, key) => {
    const retryAfterMs = windows.get(rate)?.use(key) ?? 0;
    if (retryAfterMs > 0) throw tooMany(retryAfterMs);
  };
}

function tooMany(retryAfterMs: number): ChatError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return new ChatError('RATE_LIMITED', `Too much at once. Try again in ${seconds} s.`, { retryAfterMs });
}
