/** Where a live source puts its events, one after the other, with nothing to wait for. */
export interface Sink<Event> {
  /**
   * Sends it; it must not be changed after. False when it was not sent: the reader is gone, or is behind and the source is
   * `ephemeral`. Whoever has a newer state of the same thing then may offer it after `drained`.
   */
  push(event: Event): boolean;
  /** More waits for the reader than it should, and it is not gone. A source that can wait, as in a replay, waits for `drained`. */
  readonly isBehind: boolean;
  /** Resolves when nothing waits for the reader any more, or when it is gone. */
  drained(): Promise<void>;
  /** Nothing follows. */
  finish(): void;
  /** Nothing follows; the reader is told the error. */
  fail(error: unknown): void;
}

/**
 * What a subscription returns to be read without a promise for each event and reader. It is an ordinary iterable as well,
 * for callers in the same process and for other transports, and holds nothing until it is iterated or attached.
 *
 * Whoever makes one needs no import from here: the type is structural, and its key a string, as Standard Schema's
 * `~standard` is, so that the compiler sees both sides.
 */
export interface LiveSource<Event> extends AsyncIterable<Event, void, undefined> {
  readonly '~live': {
    /** A reader that is behind loses events of an `ephemeral` source first, and its connection rather than a `durable` one. */
    readonly lane: 'durable' | 'ephemeral';
    /**
     * Pushes every event to the sink, from now on. Returns what detaches it, which may be called at any time, and twice, and
     * has to be in the end, whoever ended it.
     */
    attach(sink: Sink<Event>): () => void;
  };
}

export const isLiveSource = (value: object): value is LiveSource<unknown> => '~live' in value;
