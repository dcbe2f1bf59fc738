import type { AnyTRPCRouter } from '@trpc/server';
import { dataResult } from './data-result.ts';
import { textFrame } from './text-frame.ts';

interface Prepared {
  result: string;
  /** By the prefix that names the subscription: clients count their calls, so that many use the same few ids. */
  frames: Map<string, Buffer>;
}

/**
 * An event is serialised once, and framed once for each subscription id in use. Both are remembered for this turn of the event loop,
 * in which it goes to all who have caught up: a weak map would keep them for longer, and costs the collector dearly when thousands of
 * events are told to one reader each, as in replays.
 */
export class PreparedFrames {
  readonly #transformer: AnyTRPCRouter['_def']['_config']['transformer']['output'];
  readonly #byEvent = new Map<object, Prepared>();

  constructor(router: AnyTRPCRouter) {
    this.#transformer = router._def._config.transformer.output;
  }

  /** @throws what the router's transformer or `JSON.stringify` throws. */
  frame(event: unknown, prefix: string): Buffer {
    if (typeof event !== 'object' || event === null) return framed(prefix, this.#serialise(event));
    let prepared = this.#byEvent.get(event);
    if (!prepared) {
      if (this.#byEvent.size === 0) setImmediate(() => this.#byEvent.clear());
      prepared = { result: this.#serialise(event), frames: new Map() };
      this.#byEvent.set(event, prepared);
    }
    let frame = prepared.frames.get(prefix);
    if (!frame) {
      frame = framed(prefix, prepared.result);
      prepared.frames.set(prefix, frame);
    }
    return frame;
  }

  #serialise(event: unknown): string {
    const result = dataResult(event);
    const data: unknown = this.#transformer.serialize(result.data);
    return JSON.stringify({ ...result, data });
  }
}

/** The beginning of every frame of a subscription. */
export const framePrefix = (id: number | string, jsonrpc: '2.0' | undefined): string =>
  `{"id":${JSON.stringify(id)},${jsonrpc === undefined ? '' : '"jsonrpc":"2.0",'}"result":`;

const framed = (prefix: string, result: string): Buffer => textFrame(`${prefix}${result}}`);
