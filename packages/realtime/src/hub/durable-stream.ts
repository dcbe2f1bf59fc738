import { type Change, decodeCursor, type Live, type LiveSource, type Replay, type Tracked } from '@vibe/chat';
import { limits } from '@vibe/contract';
import { EventBuffer } from './event-buffer.ts';
import type { Attachment, Hub } from './hub.ts';
import { isIn } from './is-in.ts';
import { liveSource, type Reading } from './live-source.ts';
import { replayEvents } from './replay-events.ts';
import type { StreamDeps } from './stream-deps.ts';
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
  return liveSource('durable', () => (request.signal.aborted ? null : openReading(deps, request)));
}

function openReading(deps: StreamDeps, request: DurableRequest): Reading<Tracked> {
  const buffer = new EventBuffer<Tracked>(limits.streamBufferEvents);
  const stop = () => buffer.end();
  // Before anything is awaited: whoever asked for the first event is being listened for from then on.
  const attachment = deps.hub.attach({
    ...request,
    push: (tracked) => buffer.push(tracked),
    finish: () => buffer.finish(),
    end: (error) => buffer.end(error),
  });
  request.signal.addEventListener('abort', stop);
  return {
    async *events() {
      yield* beginning(deps, request, buffer, attachment);
      yield* buffer;
    },
    async flowInto(sink) {
      for await (const tracked of beginning(deps, request, buffer, attachment)) {
        sink.push(tracked);
        if (sink.isBehind) await sink.drained();
      }
      await buffer.flowInto(sink);
    },
    close() {
      request.signal.removeEventListener('abort', stop);
      buffer.end();
      attachment.detach();
    },
  };
}

/** What comes before what is pushed. */
async function* beginning(
  { hub, sweep, started }: StreamDeps,
  request: DurableRequest,
  buffer: EventBuffer<Tracked>,
  attachment: Attachment,
): AsyncGenerator<Tracked, void, undefined> {
  await started();
  await attachment.ready;
  if (!buffer.isCut && !(await isIn(request, hub, sweep))) buffer.finish();
  const left = yield* opening(hub, request, () => buffer.isCut);
  if (left.length > 0) buffer.isKept = withoutEnded(left);
}

/** Everything up to `caughtUp`, unless it is cut short. Returns the memberships that the replay told the end of. */
async function* opening(
  hub: Hub,
  request: DurableRequest,
  isCut: () => boolean,
): AsyncGenerator<Tracked, Change[], undefined> {
  const { cursor, lane } = request;
  if (isCut()) return [];
  // Before `ready` is read, and before the replay: whatever is pushed from here on comes after `caughtUp`.
  const attachedAt = hub.cursor;
  const begunAt = cursor ?? attachedAt;
  yield [hub.idAt(begunAt), { type: 'ready' }];
  const replay = cursor === null ? nothingMissed : await readReplay(hub, request, cursor);
  if (!replay && !isCut()) yield [hub.idAt(attachedAt), { type: 'reset' }];
  for (const event of replay ? replayEvents(replay, lane) : []) {
    if (isCut()) break;
    yield [hub.idAt(begunAt), event];
  }
  if (!isCut()) yield [hub.idAt(attachedAt), { type: 'caughtUp' }];
  return replay?.left ?? [];
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
  { userId, conversationId }: DurableRequest,
  text: string,
): Promise<Replay | null> {
  const cursor = decodeCursor(text);
  if (!cursor || cursor.epoch !== hub.epoch) return null;
  const isFuture = cursor.mark > hub.mark && cursor.mark > (await hub.changeLog.mark());
  const max = { rows: limits.replayRows, messages: limits.replayMessages };
  return isFuture ? null : hub.changeLog.replay(userId, cursor.mark, max, conversationId);
}
