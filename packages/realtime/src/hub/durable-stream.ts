import {
  type Change,
  decodeCursor,
  type Live,
  type LiveSource,
  type Replay,
  type Sink,
  type Tracked,
} from '@vibe/chat';
import { type Lane, limits } from '@vibe/contract';
import { EventBuffer } from './event-buffer.ts';
import type { Hub } from './hub.ts';
import { isIn } from './is-in.ts';
import { liveSource, type Reading } from './live-source.ts';
import { replayEvents } from './replay-events.ts';
import type { StreamDeps } from './stream-deps.ts';
import type { Subscriber } from './subscriber.ts';
import { withoutEnded } from './without-ended.ts';

export type DurableRequest = Parameters<Live['durable']>[0];

/**
 * Attaches to the hub, reads what was missed, then passes on what was pushed from the attachment on.
 *
 * Why no cursor can pass a miss. Take a fact that this reader should have, written by transaction x, and a cursor of
 * mark m > x. When the sweep that gave m read its snapshot, x had ended, since m is below every transaction that was then
 * under way; so the fact was committed by then, or never will be.
 *   `caughtUp` carries the hub's mark as it was before `ready`: the fact is older than the read of the replay, and in it.
 *   A pushed event carries the hub's mark as it was when it was pushed. If the fact was committed before the replay was
 *   read, it is in the replay, which this reader has by then. If after, the hub was attached and knew the memberships
 *   already, and the sweep pushes all it finds before it moves the mark: the fact is ahead of the event in the buffer.
 *   `ready` and what is replayed carry the cursor that the reader came with, so a cut repeats and never skips.
 * A reader without a cursor is owed what is committed after `ready`, and `ready` comes after the memberships were read.
 */
export function durableStream(deps: StreamDeps, request: DurableRequest): LiveSource<Tracked> {
  return liveSource('durable', request.signal, () => new DurableReading(deps, request));
}

class DurableReading implements Reading<Tracked>, Subscriber {
  readonly userId: number;
  readonly sessionId: string;
  readonly lane: Lane;
  readonly conversationId: number | null;
  readonly #deps: StreamDeps;
  readonly #cursor: string | null;
  readonly #buffer = new EventBuffer<Tracked>(limits.streamBufferEvents);
  readonly #ready: Promise<void>;

  constructor(deps: StreamDeps, request: DurableRequest) {
    this.userId = request.userId;
    this.sessionId = request.sessionId;
    this.lane = request.lane;
    this.conversationId = request.conversationId;
    this.#deps = deps;
    this.#cursor = request.cursor;
    // Before anything is awaited: whoever asked for the first event is being listened for from then on.
    this.#ready = deps.hub.attach(this);
  }

  async *events(): AsyncGenerator<Tracked, void, undefined> {
    yield* this.#beginning();
    yield* this.#buffer;
  }

  flowInto(sink: Sink<Tracked>): void {
    this.#flowInto(sink).catch((error) => sink.fail(error));
  }

  push(tracked: Tracked): void {
    this.#buffer.push(tracked);
  }

  finish(): void {
    this.#buffer.finish();
  }

  end(error?: Error): void {
    this.#buffer.end(error);
  }

  close(): void {
    this.end();
    this.#deps.hub.detach(this);
  }

  async #flowInto(sink: Sink<Tracked>): Promise<void> {
    for await (const tracked of this.#beginning()) {
      sink.push(tracked);
      if (sink.isBehind) await sink.drained();
    }
    await this.#buffer.flowInto(sink);
  }

  /** What comes before what is pushed. */
  async *#beginning(): AsyncGenerator<Tracked, void, undefined> {
    const { hub, sweep, started } = this.#deps;
    await started();
    await this.#ready;
    if (!this.#buffer.isCut && !(await isIn(this, hub, sweep))) this.finish();
    const left = yield* this.#opening();
    if (left.length > 0) this.#buffer.isKept = withoutEnded(left);
  }

  /** Everything up to `caughtUp`, unless it is cut short. Returns the memberships that the replay told the end of. */
  async *#opening(): AsyncGenerator<Tracked, Change[], undefined> {
    const { hub } = this.#deps;
    if (this.#buffer.isCut) return [];
    // Before `ready` is read, and before the replay: whatever is pushed from here on comes after `caughtUp`.
    const attachedAt = hub.cursor;
    const begunAt = this.#cursor ?? attachedAt;
    yield [hub.idAt(begunAt), { type: 'ready' }];
    const replay = this.#cursor === null ? nothingMissed : await readReplay(hub, this, this.#cursor);
    if (!replay && !this.#buffer.isCut) yield [hub.idAt(attachedAt), { type: 'reset' }];
    for (const event of replay ? replayEvents(replay, this.lane) : []) {
      if (this.#buffer.isCut) break;
      yield [hub.idAt(begunAt), event];
    }
    if (!this.#buffer.isCut) yield [hub.idAt(attachedAt), { type: 'caughtUp' }];
    return replay?.left ?? [];
  }
}

const nothingMissed: Replay = {
  changes: [],
  joined: [],
  truncatedIds: [],
  left: [],
  receipts: [],
  preferences: [],
  users: [],
};

/** Null when the cursor cannot be resumed from. */
async function readReplay(
  hub: Hub,
  { userId, conversationId }: Subscriber,
  text: string,
): Promise<Replay | null> {
  const cursor = decodeCursor(text);
  if (!cursor || cursor.epoch !== hub.epoch) return null;
  const isFuture = cursor.mark > hub.mark && cursor.mark > (await hub.changeLog.mark());
  const max = { rows: limits.replayRows, messages: limits.replayMessages };
  return isFuture ? null : hub.changeLog.replay(userId, cursor.mark, max, conversationId);
}
