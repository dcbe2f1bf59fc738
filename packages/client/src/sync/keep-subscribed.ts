import { createBackoff } from '../backoff.ts';
import { type ChatFailure, describeFailure } from '../chat-failure.ts';
import { wait } from '../wait.ts';

interface Ends {
  onError(error: unknown): void;
  onComplete(): void;
}

interface Subscription {
  unsubscribe(): void;
}

/**
 * Subscribes, and again whenever the server ends the stream, with growing waits. (A lost connection does not end it: the
 * socket's own link subscribes again.) Resolves when the signal is aborted; rejects when the stream is refused for good.
 * `subscribe` gets a function to call on every sign of life, which makes the next wait a short one.
 */
export async function keepSubscribed(
  subscribe: (ends: Ends, onAlive: () => void) => Subscription,
  { signal, onEnd }: { signal: AbortSignal; onEnd?: () => void },
): Promise<void> {
  const backoff = createBackoff();
  while (!signal.aborted) {
    const end = await untilEnd((ends) => subscribe(ends, backoff.reset), signal);
    if (signal.aborted) return;
    const failure = end && describeFailure(end.error);
    if (end && failure && isFinal(failure)) throw end.error;
    onEnd?.();
    await wait(Math.max(backoff.nextMs(), failure?.retryAfterMs ?? 0), signal);
  }
}

/** The error that ended it; null when it was completed, or stopped by the signal. */
const untilEnd = (
  subscribe: (ends: Ends) => Subscription,
  signal: AbortSignal,
): Promise<{ error: unknown } | null> =>
  new Promise((resolve) => {
    const subscription = subscribe({ onError: (error) => end({ error }), onComplete: () => end(null) });
    const stop = () => {
      subscription.unsubscribe();
      end(null);
    };
    signal.addEventListener('abort', stop, { once: true });
    function end(how: { error: unknown } | null): void {
      signal.removeEventListener('abort', stop);
      resolve(how);
    }
  });

/** A refused token is not final: the next connection brings a new one, or the sign-out stops all of this. */
const isFinal = ({ code, isRetryable }: ChatFailure): boolean => !isRetryable && code !== 'UNAUTHENTICATED';
