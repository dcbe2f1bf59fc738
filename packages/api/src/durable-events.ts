import { tracked } from '@trpc/server';
import type { Tracked } from '@vibe/chat';
import { type ControlEvent, type DurableEvent, type Lane, lanes } from '@vibe/contract';
import { relay } from './relay.ts';

/** What a lane carries: its own events, and those that steer the stream itself. */
export type LaneEvent<L extends Lane> = Extract<
  DurableEvent,
  { type: `${(typeof lanes)[L][number]}.${string}` | ControlEvent['type'] }
>;

/** A durable lane as tRPC sends it: each event with the cursor that a reader who got it can resume from. */
export async function* durableEvents<L extends Lane>(
  lane: L,
  source: AsyncIterable<Tracked>,
  closeStream: () => void,
) {
  for await (const [cursor, event] of relay(source, closeStream)) {
    if (isOfLane(event, lane)) yield tracked(cursor, event);
  }
}

const controlTypes: readonly string[] = [
  'ready',
  'caughtUp',
  'reset',
  'conversation.truncated',
] satisfies ControlEvent['type'][];

function isOfLane<L extends Lane>(event: DurableEvent, lane: L): event is LaneEvent<L> {
  const words: readonly string[] = lanes[lane];
  const [word = ''] = event.type.split('.');
  return words.includes(word) || controlTypes.includes(event.type);
}
