import { delay } from '../timer.ts';

/** Between two attempts: at least half of it, at most all of it, so that instances do not come all at once. */
const pauseMs = { first: 200, most: 3_000 };

export interface Attempt {
  /** Aborted when nobody wants it any more. */
  signal: AbortSignal;
  /** It did what it was for; should it end after all, the next one comes soon. */
  succeeded(): void;
}

/**
 * Makes one attempt after the other, with growing pauses, until it is stopped. An attempt lasts as long as all is well. Of
 * failures in a row only the first is told.
 */
export function keepTrying(
  make: (attempt: Attempt) => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let isStopped = false;
  let current = new AbortController();
  let failures = 0;

  const once = async (signal: AbortSignal): Promise<void> => {
    try {
      await make({ signal, succeeded: () => (failures = 0) });
    } catch (error) {
      if (failures === 0 && !isStopped) failed(error);
    }
    failures += 1;
    if (!isStopped) await pause(failures, signal);
  };
  const run = async (): Promise<void> => {
    while (!isStopped) {
      current = new AbortController();
      await once(current.signal);
    }
  };

  const running = run();
  return async () => {
    isStopped = true;
    current.abort();
    await running;
  };
}

async function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longestMs = Math.min(pauseMs.most, pauseMs.first * 2 ** Math.min(failures, 10));
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve());
  await Promise.race([delay(longestMs * (0.5 + Math.random() / 2)), promise]);
}
