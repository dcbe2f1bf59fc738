import { type TrackedEnvelope, tracked } from '@trpc/server';
import type { LiveSource, Tracked } from '@vibe/chat';
import { type ControlEvent, type DurableEvent, type Lane, lanes } from '@vibe/contract';
import { streamOf } from './stream-of.ts';

/** What a lane carries: its own events, and those that steer the stream itself. */
export type LaneEvent<L extends Lane> = Extract<
  DurableEvent,
  { type: `${(typeof lanes)[L][number]}.${string}` | ControlEvent['type'] }
>;

/** A durable lane as tRPC sends it: each event with the cursor that a reader who got it can resume from. */
export const durableEvents = <L extends Lane>(lane: L, source: LiveSource<Tracked>) =>
  streamOf(source, (event) => {
    const envelope = envelopeOf(event);
    return isOfLane(envelope, lane) ? envelope : null;
  });

/** Those of this turn of the event loop, in which an event goes to all who have caught up. */
const envelopes = new Map<Tracked, TrackedEnvelope<DurableEvent>>();

/** The same one for all readers of the event, so that it is written once. */
function envelopeOf(event: Tracked): TrackedEnvelope<DurableEvent> {
  const known = envelopes.get(event);
  if (known) return known;
  if (envelopes.size === 0) setImmediate(() => envelopes.clear());
  const envelope = tracked(...event);
  envelopes.set(event, envelope);
  return envelope;
}

const controlTypes: readonly string[] = [
  'ready',
  'caughtUp',
  'reset',
  'conversation.truncated',
] satisfies ControlEvent['type'][];

function isOfLane<L extends Lane>(
  envelope: TrackedEnvelope<DurableEvent>,
  lane: L,
): envelope is TrackedEnvelope<LaneEvent<L>> {
  const words: readonly string[] = lanes[lane];
  const { type } = envelope[1];
  return words.includes(type.slice(0, type.indexOf('.'))) || controlTypes.includes(type);
}
