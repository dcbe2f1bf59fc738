import { createBackoff } from '../backoff.ts';
import { describeFailure } from '../chat-failure.ts';
import { wait } from '../wait.ts';

/** Repeats a call while its failure may pass; for calls that may be made twice. Rejects with any other failure. */
export async function retrying<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const backoff = createBackoff();
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const { isRetryable, retryAfterMs } = describeFailure(error);
      if (!isRetryable) throw error;
      await wait(Math.max(backoff.nextMs(), retryAfterMs ?? 0), signal);
      if (signal.aborted) throw error;
    }
  }
}
