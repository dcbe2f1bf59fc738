import type { LiveSource, Sink } from '@vibe/chat';
import { toTrpcError } from './errors.ts';

/**
 * A live source as procedures return it: each event as `toItem` has it, without those for which that is null, and its error
 * in tRPC's terms. For one event `toItem` should always return the same item: it is written once for all readers then.
 */
export function streamOf<Event, Item>(
  source: LiveSource<Event>,
  toItem: (event: Event) => Item | null,
): LiveSource<Item> {
  const { lane, attach } = source['~live'];
  return {
    '~live': { lane, attach: (sink) => attach(new ItemSink(sink, toItem)) },
    [Symbol.asyncIterator]: () => iterate(source, toItem),
  };
}

class ItemSink<Event, Item> implements Sink<Event> {
  readonly #sink: Sink<Item>;
  readonly #toItem: (event: Event) => Item | null;

  constructor(sink: Sink<Item>, toItem: (event: Event) => Item | null) {
    this.#sink = sink;
    this.#toItem = toItem;
  }

  get isBehind(): boolean {
    return this.#sink.isBehind;
  }

  push(event: Event): boolean {
    const item = this.#toItem(event);
    return item === null || this.#sink.push(item);
  }

  drained(): Promise<void> {
    return this.#sink.drained();
  }

  finish(): void {
    this.#sink.finish();
  }

  fail(error: unknown): void {
    this.#sink.fail(toTrpcError(error));
  }
}

async function* iterate<Event, Item>(
  source: LiveSource<Event>,
  toItem: (event: Event) => Item | null,
): AsyncGenerator<Item, void, undefined> {
  try {
    for await (const event of source) {
      const item = toItem(event);
      if (item !== null) yield item;
    }
  } catch (cause) {
    throw toTrpcError(cause);
  }
}
