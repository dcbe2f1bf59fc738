import type { Bus, ChangeLog, Tracked } from '@vibe/chat';
import type { SyncEvent } from '@vibe/contract';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Backlog } from './backlog.ts';
import type { Conversations } from './conversations.ts';
import type { People } from './people.ts';
import type { Told } from './told.ts';

/** What the ephemeral streams want to know of a conversation's changes, as the hub gets to them. */
export interface HubObserver {
  messageSent?(conversationId: number, senderId: number): void;
  /** Somebody, connected or not, became a member. */
  memberJoined?(conversationId: number, userId: number): void;
  /** A connected member has been told the conversation. */
  memberIntroduced?(conversationId: number, userId: number): void;
  /** Somebody, connected or not, is a member no longer. */
  memberLeft?(conversationId: number, userId: number): void;
}

/** What a live conversation needs from the hub that it is part of. */
export interface HubContext {
  readonly bus: Pick<Bus, 'follow'>;
  readonly changeLog: ChangeLog;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly holeWaitMs: number;
  readonly backlog: Backlog;
  readonly told: Told;
  readonly people: People;
  readonly conversations: Conversations;
  readonly observers: readonly HubObserver[];
  /** The event under the hub's cursor of this moment: one id for all who are told it. */
  tracked(event: SyncEvent): Tracked;
}
