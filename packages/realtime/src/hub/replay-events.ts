import type { Replay } from '@vibe/chat';
import type { Lane, SyncEvent } from '@vibe/contract';
import { lanesOf } from './occurrence.ts';
import { toEvent } from './to-event.ts';

/** What was missed, as events: first what appeared and disappeared, then what changed in what stayed. Pure. */
export function replayEvents(replay: Replay, lane: Lane): SyncEvent[] {
  const events: SyncEvent[] = [
    ...replay.joined.map((conversation): SyncEvent => ({ type: 'conversation.created', conversation })),
    ...replay.left.map(toEvent),
    ...replay.changes.map(toEvent),
    ...replay.receipts.map((receipt): SyncEvent => ({ type: 'receipt.advanced', receipt })),
    ...replay.preferences.map((preference): SyncEvent => ({ type: 'preference.updated', preference })),
    ...replay.users.map((user): SyncEvent => ({ type: 'user.updated', user })),
  ];
  return events.filter((event) => lanesOf(event).includes(lane));
}
