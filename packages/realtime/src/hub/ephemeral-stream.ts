import type { LiveSource, Sink } from '@vibe/chat';
import type { LatestBuffer } from '../latest-buffer.ts';
import { isIn } from './is-in.ts';
import { liveSource, type Reading } from './live-source.ts';
import type { StreamDeps } from './stream-deps.ts';
import type { Subscriber } from './subscriber.ts';

interface EphemeralRequest {
  userId: number;
  sessionId: string;
  conversationId: number | null;
  signal: AbortSignal;
}

/** One reader's view of what the stream shows. */
export interface View<V, Event> {
  buffer: LatestBuffer<unknown, V>;
  /**
   * Called when the hub knows the reader's memberships: returns the snapshot. What is put into the buffer from then on
   * follows it.
   */
  begin(): V[] | Promise<V[]>;
  toEvents(values: V[]): Event[];
  end(): void;
}

/**
 * A stream that carries no durable events: it ends as the durable ones do, when its session is revoked, when it is
 * aborted or detached from, and when the person leaves the conversation it is narrowed to.
 */
export function ephemeralStream<V, Event>(
  deps: StreamDeps,
  request: EphemeralRequest,
  openView: () => View<V, Event>,
): LiveSource<Event> {
  return liveSource('ephemeral', request.signal, () => new EphemeralReading(deps, request, openView()));
}

class EphemeralReading<V, Event> implements Reading<Event>, Subscriber {
  readonly userId: number;
  readonly sessionId: string;
  readonly lane = null;
  readonly conversationId: number | null;
  readonly #deps: StreamDeps;
  readonly #view: View<V, Event>;
  readonly #ready: Promise<void>;

  constructor(deps: StreamDeps, request: EphemeralRequest, view: View<V, Event>) {
    this.userId = request.userId;
    this.sessionId = request.sessionId;
    this.conversationId = request.conversationId;
    this.#deps = deps;
    this.#view = view;
    this.#ready = deps.hub.attach(this);
  }

  async *events(): AsyncGenerator<Event, void, undefined> {
    const { buffer, toEvents } = this.#view;
    yield* await this.#snapshot();
    for (let values = await buffer.take(); values; values = await buffer.take()) yield* toEvents(values);
  }

  flowInto(sink: Sink<Event>): void {
    this.#flowInto(sink).catch((error) => sink.fail(error));
  }

  push(): void {}

  finish(): void {
    this.end();
  }

  end(error?: Error): void {
    this.#view.buffer.end(error);
  }

  close(): void {
    this.end();
    this.#deps.hub.detach(this);
    this.#view.end();
  }

  async #flowInto(sink: Sink<Event>): Promise<void> {
    const { buffer, toEvents } = this.#view;
    const first = await this.#snapshot();
    buffer.flowInto(sink, toEvents, first);
  }

  /** Nothing when it has ended meanwhile. */
  async #snapshot(): Promise<Event[]> {
    const { hub, sweep, started } = this.#deps;
    const { buffer, begin, toEvents } = this.#view;
    await started();
    await this.#ready;
    if (!buffer.isEnded && !(await isIn(this, hub, sweep))) this.end();
    const values = buffer.isEnded ? [] : await begin();
    return buffer.isEnded ? [] : toEvents(values);
  }
}
