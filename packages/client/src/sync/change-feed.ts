import type { DurableEvent } from '@vibe/contract';
import type { ChatApi } from '../api.ts';
import { type ChangesRequest, followChanges } from './follow-changes.ts';

export interface Change {
  event: DurableEvent;
  /** Keep it once the event has been dealt with, and give it at the next start. */
  cursor: string;
}

/** `followChanges` for a `for await` loop. Events wait, in memory, for a loop that is slower than they are. */
export async function* changeFeed(
  api: ChatApi,
  request: Omit<ChangesRequest, 'onEvent'>,
): AsyncGenerator<Change, void> {
  const changes: Change[] = [];
  const end = new AbortController();
  let wake = () => {};
  const following = followChanges(api, {
    ...request,
    signal: AbortSignal.any([request.signal, end.signal]),
    onEvent(event, cursor) {
      changes.push({ event, cursor });
      wake();
    },
  });
  const ended = following.finally(() => {
    end.abort();
    wake();
  });
  // Awaited below, but perhaps later than it fails.
  ended.catch(() => {});
  try {
    while (changes.length > 0 || !end.signal.aborted) {
      yield* changes.splice(0);
      if (changes.length > 0 || end.signal.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    await ended;
  } finally {
    end.abort();
  }
}
