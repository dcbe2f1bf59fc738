import type { LiveSource } from '@vibe/chat';
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
    '~live': {
      lane,
      attach: (sink) =>
        attach({
          push(event) {
            const item = toItem(event);
            return item === null || sink.push(item);
          },
          get isBehind() {
            return sink.isBehind;
          },
          drained: () => sink.drained(),
          finish: () => sink.finish(),
          fail: (error) => sink.fail(toTrpcError(error)),
        }),
    },
    [Symbol.asyncIterator]: () => iterate(source, toItem),
  };
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
