import type { LiveSource, Sink } from '@vibe/chat';

/** One reading of a stream, in one of two ways. Whoever takes it closes it, once. */
export interface Reading<Event> {
  events(): AsyncIterable<Event, void, undefined>;
  /** Pushes all of them, and tells the sink of the end. */
  flowInto(sink: Sink<Event>): void;
  /** Nothing follows; what was not read yet is dropped. */
  end(): void;
  close(): void;
}

/** `open` begins a reading: from then on, nothing is missed. Iterated, it ends when `signal` is aborted. */
export function liveSource<Event>(
  lane: LiveSource<Event>['~live']['lane'],
  signal: AbortSignal,
  open: () => Reading<Event>,
): LiveSource<Event> {
  return {
    '~live': {
      lane,
      attach(sink) {
        const reading = open();
        reading.flowInto(sink);
        return closeOnce(reading);
      },
    },
    async *[Symbol.asyncIterator]() {
      if (signal.aborted) return;
      const reading = open();
      const end = () => reading.end();
      signal.addEventListener('abort', end);
      try {
        yield* reading.events();
      } finally {
        signal.removeEventListener('abort', end);
        reading.close();
      }
    },
  };
}

/** Here, and not where it is returned: it would keep `open` there, and with it the request, for as long as the stream lives. */
function closeOnce(reading: Reading<unknown>): () => void {
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    reading.close();
  };
}
