import type { DurableEvent, Lane, PresenceEvent, TypingEvent } from '@vibe/contract';
import type { LiveSource } from './live-source.ts';

/**
 * One event and the cursor that a reader who got it can resume from. The cursor is the event's id too: only the same event,
 * in another stream, may have the same.
 */
export type Tracked = readonly [cursor: string, event: DurableEvent];

/**
 * The live side, as procedures use it. Every stream ends when the session is revoked, and, iterated, when `signal` is aborted:
 * whoever attaches to one detaches instead.
 */
export interface Live {
  /**
   * Listens, replays from `cursor`, then follows: `ready`, the replay, `caughtUp`, live events. A cursor that cannot be
   * resumed from is answered with `reset` in place of the replay. A reader that falls behind by more than
   * `limits.streamBufferEvents` is ended; it resumes.
   */
  durable(request: {
    userId: number;
    sessionId: string;
    lane: Lane;
    conversationId: number | null;
    cursor: string | null;
    signal: AbortSignal;
  }): LiveSource<Tracked>;
  /** Who types now, then each change. Conversations over `limits.typingMembers` are silent. */
  typing(request: {
    userId: number;
    sessionId: string;
    conversationId: number | null;
    signal: AbortSignal;
  }): LiveSource<TypingEvent>;
  /** How those people are now, then changes in batches. */
  presence(request: {
    userId: number;
    sessionId: string;
    userIds: number[];
    signal: AbortSignal;
  }): LiveSource<PresenceEvent>;
  /** A socket of that person opened. It counts as online until the returned function is called, and a grace after. */
  connect(userId: number, connectionId: string): () => void;
  /** Away, or back, on one connection. A person is away when all of their connections are. */
  setAway(userId: number, connectionId: string, isAway: boolean): void;
  /** People online or away now, by id. */
  onlineUserIds(): number[];
  /** Whether that session was seen to end; the sweep keeps it true for sessions ended elsewhere. */
  onSessionsRevoked(listener: (sessionIds: string[]) => void): () => void;
  /** The same of a person's row, their role among it. */
  onUserChanged(listener: (userId: number) => void): () => void;
}
