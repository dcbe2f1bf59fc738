import type { LiveSource, Sink } from '../src/index.ts';

/** A live source whose events a test pushes itself. Iterated, it gives the same ones. */
export class LiveChannel<Event> implements LiveSource<Event> {
  readonly sinks = new Set<Sink<Event>>();
  /** How many of its events were not taken. */
  refused = 0;
  readonly '~live': LiveSource<Event>['~live'];

  constructor(lane: 'durable' | 'ephemeral' = 'durable') {
    this['~live'] = {
      lane,
      attach: (sink) => {
        this.sinks.add(sink);
        return () => void this.sinks.delete(sink);
      },
    };
  }

  push(event: Event): void {
    for (const sink of this.sinks) if (!sink.push(event)) this.refused += 1;
  }

  finish(): void {
    for (const sink of this.sinks) sink.finish();
  }

  fail(error: unknown): void {
    for (const sink of this.sinks) sink.fail(error);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    const events: Event[] = [];
    const state = { isOver: false, error: undefined as unknown, wake: () => {} };
    const end = (error?: unknown) => {
      Object.assign(state, { isOver: true, error });
      state.wake();
    };
    const detach = this['~live'].attach({
      push: (event) => {
        events.push(event);
        state.wake();
        return true;
      },
      isBehind: false,
      drained: async () => {},
      finish: end,
      fail: end,
    });
    try {
      while (true) {
        const event = events.shift();
        if (event !== undefined) yield event;
        else if (state.isOver) break;
        else
          await new Promise<void>((resolve) => {
            state.wake = resolve;
          });
      }
      if (state.error !== undefined) throw state.error;
    } finally {
      detach();
    }
  }
}
