import type { LiveSource, Sink } from '@vibe/chat';
import type { LatestBuffer } from '../latest-buffer.ts';
import type { Attachment } from './hub.ts';
import { isIn } from './is-in.ts';
import { liveSource, type Reading } from './live-source.ts';
import type { StreamDeps } from './stream-deps.ts';

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
 * aborted, and when the person leaves the conversation it is narrowed to.
 */
export function ephemeralStream<V, Event>(
  deps: StreamDeps,
  request: EphemeralRequest,
  openView: () => View<V, Event>,
): LiveSource<Event> {
  return liveSource('ephemeral', () =>
    request.signal.aborted ? null : new EphemeralReading(deps, request, openView()),
  );
}

class EphemeralReading<V, Event> implements Reading<Event> {
  readonly #deps: StreamDeps;
  readonly #request: EphemeralRequest;
  readonly #view: View<V, Event>;
  readonly #attachment: Attachment;
  readonly #stop = () => this.#end();
  #error: Error | undefined;

  constructor(deps: StreamDeps, request: EphemeralRequest, view: View<V, Event>) {
    this.#deps = deps;
    this.#request = request;
    this.#view = view;
    this.#attachment = deps.hub.attach({
      ...request,
      lane: null,
      push: () => {},
      finish: this.#stop,
      end: (error) => this.#end(error),
    });
    request.signal.addEventListener('abort', this.#stop);
  }

  async *events(): AsyncGenerator<Event, void, undefined> {
    const { buffer, toEvents } = this.#view;
    yield* await this.#snapshot();
    for (let values = await buffer.take(); values; values = await buffer.take()) yield* toEvents(values);
    if (this.#error) throw this.#error;
  }

  async flowInto(sink: Sink<Event>): Promise<void> {
    const { buffer, toEvents } = this.#view;
    for (const event of await this.#snapshot()) sink.push(event);
    await buffer.flowInto(sink, toEvents);
    if (this.#error) throw this.#error;
  }

  close(): void {
    this.#request.signal.removeEventListener('abort', this.#stop);
    this.#end();
    this.#attachment.detach();
    this.#view.end();
  }

  /** Nothing when it has ended meanwhile. */
  async #snapshot(): Promise<Event[]> {
    const { hub, sweep, started } = this.#deps;
    const { buffer, begin, toEvents } = this.#view;
    await started();
    await this.#attachment.ready;
    if (!buffer.isEnded && !(await isIn(this.#request, hub, sweep))) this.#end();
    const values = buffer.isEnded ? [] : await begin();
    return buffer.isEnded ? [] : toEvents(values);
  }

  #end(reason?: Error): void {
    this.#error ??= reason;
    this.#view.buffer.end();
  }
}
