import type { Replay } from '@vibe/chat';
import { type DurableEvent, type Lane, lanes, type SyncEvent } from '@vibe/contract';
import { lanesOf } from './occurrence.ts';
import { toEvent } from './to-event.ts';

/**
 * What was missed, as events: first what appeared and disappeared, then of which conversations too much was missed, then
 * what changed in what stayed. Pure.
 */
export function replayEvents(replay: Replay, lane: Lane): DurableEvent[] {
  const { joined, left, changes, receipts, preferences, users } = replay;
  return [
    ...on(lane, [
      ...joined.map((conversation): SyncEvent => ({ type: 'conversation.created', conversation })),
      ...left.map(toEvent),
    ]),
    ...truncations(replay, lane),
    ...on(lane, [
      ...changes.map(toEvent),
      ...receipts.map((receipt): SyncEvent => ({ type: 'receipt.advanced', receipt })),
      ...preferences.map((preference): SyncEvent => ({ type: 'preference.updated', preference })),
      ...users.map((user): SyncEvent => ({ type: 'user.updated', user })),
    ]),
  ];
}

const on = (lane: Lane, events: readonly SyncEvent[]): SyncEvent[] =>
  events.filter((event) => lanesOf(event).includes(lane));

/** For whoever would have been told of the messages. */
function truncations({ truncatedIds }: Replay, lane: Lane): DurableEvent[] {
  const nouns: readonly string[] = lanes[lane];
  if (!nouns.includes('message')) return [];
  return truncatedIds.map((conversationId) => ({ type: 'conversation.truncated', conversationId }));
}
