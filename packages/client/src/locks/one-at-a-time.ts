import { pageLocks } from './page-locks.ts';

/** Longer than a call takes that is given up at last: whoever has the lock for so long does not answer any more. */
const patienceMs = 25_000;

/**
 * Does it while no other tab does what goes by that name. Where that cannot be had, since there are no locks, or a tab
 * sleeps that has it, it is done all the same: for what does no harm when it is done twice.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = pageLocks();
  if (!locks) return work();
  let begun: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    begun ??= work();
    return begun;
  };
  try {
    await locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, begin);
  } catch {
    // It was not to be had, or the work failed, which shows below.
  }
  return begin();
}
