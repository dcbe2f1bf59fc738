import { isObject } from './call.ts';
import type { Outlet } from './outlet.ts';

interface Reading {
  abort: AbortController;
  outlet: Outlet;
  deliver(event: unknown): void;
  /** What goes wrong when there is nobody to tell any more. */
  report(cause: unknown): void;
}

/**
 * Reads a subscription that is an ordinary iterable, at the pace of its reader, until it ends or is stopped. The iterator is
 * closed in any case; what that throws is reported only, since the subscription has ended as it was meant to.
 *
 * @throws what the iterable throws while it is read.
 */
export async function iterate(iterable: AsyncIterable<unknown>, reading: Reading): Promise<void> {
  const iterator = iterable[Symbol.asyncIterator]();
  try {
    await deliverAll(iterator, reading);
  } catch (cause) {
    abortOnce(reading.abort);
    throw cause;
  } finally {
    await close(iterator, reading.report);
  }
}

/** One that nobody is going to read. */
export async function discard(iterable: AsyncIterable<unknown>, report: Reading['report']): Promise<void> {
  await close(iterable[Symbol.asyncIterator](), report);
}

async function deliverAll(iterator: AsyncIterator<unknown>, reading: Reading): Promise<void> {
  const { abort, outlet, deliver } = reading;
  while (true) {
    const step = await nextUnlessStopped(iterator, reading);
    if (step === null || step.done) return;
    deliver(step.value);
    if (outlet.isBehind) await outlet.drained();
    if (abort.signal.aborted) return;
  }
}

/** Null when it was stopped: the iterable may take its time. What it throws after that is no error of the subscription. */
function nextUnlessStopped(
  iterator: AsyncIterator<unknown>,
  { abort: { signal }, report }: Reading,
): Promise<IteratorResult<unknown> | null> {
  return new Promise((resolve, reject) => {
    signal.onabort = () => resolve(null);
    iterator.next().then(resolve, (cause: unknown) => {
      if (!signal.aborted) reject(cause);
      else if (!isAbortError(cause)) report(cause);
    });
  });
}

async function close(iterator: AsyncIterator<unknown>, report: Reading['report']): Promise<void> {
  try {
    await iterator.return?.();
  } catch (cause) {
    report(cause);
  }
}

/** An `AbortError` is built with its stack, even when the signal was aborted before. */
export function abortOnce(abort: AbortController): void {
  if (!abort.signal.aborted) abort.abort();
}

export const isAbortError = (cause: unknown): boolean => isObject(cause) && cause.name === 'AbortError';

export const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  isObject(value) && Symbol.asyncIterator in value;
