/**
 * Where a live source puts its events, one after the other, with nothing to wait for. Events must not be changed after:
 * they are written once for all who are pushed the same one.
 */
export interface Sink<Event> {
  /**
   * False when it was not taken: the reader is gone, or is behind and the source is `ephemeral`. Whoever has a newer state
   * of the same thing then may offer it after `drained`.
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
 * A stream that can be read in two ways, each time from its beginning: iterated, or, by a transport with many readers,
 * attached to a sink, which costs no promise for each event and reader. It holds nothing until then.
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
