import type { Presence } from '@vibe/contract';
import { LatestBuffer } from '../latest-buffer.ts';

/** How long changes are gathered before they are sent together. */
const batchMs = 200;

/** One stream's view of the people on its reader's screen. */
export class Watcher {
  readonly readerId: number;
  readonly userIds: ReadonlySet<number>;
  readonly presences = new LatestBuffer<number, Presence>(batchMs);
  /** Those whom the reader shares a conversation with. */
  allowedIds: ReadonlySet<number> = new Set();

  constructor(readerId: number, userIds: number[]) {
    this.readerId = readerId;
    this.userIds = new Set(userIds);
  }

  show(presence: Presence): void {
    if (this.allowedIds.has(presence.userId)) this.presences.put(presence.userId, presence);
  }
}
