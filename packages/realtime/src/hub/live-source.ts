import type { LiveSource, Sink } from '@vibe/chat';

/** One reading of a stream, in one of two ways. Whoever takes it closes it, once. */
export interface Reading<Event> {
  events(): AsyncIterable<Event, void, undefined>;
  /** Resolves when the stream has ended; rejects with its error. */
  flowInto(sink: Sink<Event>): Promise<void>;
  close(): void;
}

/** `open` begins a reading: from then on, nothing is missed. Null when it is over before it began. */
export function liveSource<Event>(
  lane: LiveSource<Event>['~live']['lane'],
  open: () => Reading<Event> | null,
): LiveSource<Event> {
  return {
    '~live': {
      lane,
      attach(sink) {
        const reading = open();
        if (!reading) {
          sink.finish();
          return () => {};
        }
        let isOpen = true;
        const close = () => {
          if (!isOpen) return;
          isOpen = false;
          reading.close();
        };
        void flow(reading, sink).finally(close);
        return close;
      },
    },
    async *[Symbol.asyncIterator]() {
      const reading = open();
      if (!reading) return;
      try {
        yield* reading.events();
      } finally {
        reading.close();
      }
    },
  };
}

async function flow<Event>(reading: Reading<Event>, sink: Sink<Event>): Promise<void> {
  try {
    await reading.flowInto(sink);
    sink.finish();
  } catch (error) {
    sink.fail(error);
  }
}
