import type { Tracked } from '@vibe/chat';
import type { Lane } from '@vibe/contract';
import type { Occurrence } from './occurrence.ts';

/** One stream of one person, as the hub sees it: somewhere to push to. */
export interface Subscriber {
  readonly userId: number;
  readonly sessionId: string;
  /** Null hears nothing: it only makes the hub follow the person's memberships. */
  readonly lane: Lane | null;
  /** Null hears of every conversation the person is in. */
  readonly conversationId: number | null;
  push(tracked: Tracked): void;
  /** Nothing follows what was pushed. */
  finish(): void;
  /** Ends at once, with that error or with none; what was pushed and not read yet is dropped. */
  end(error?: Error): void;
}

/** People have no conversation of their own: `user.updated` reaches narrowed streams too. */
export const hears = (subscriber: Subscriber, { lanes, conversationId }: Occurrence): boolean =>
  subscriber.lane !== null &&
  lanes.includes(subscriber.lane) &&
  (subscriber.conversationId === null ||
    conversationId === null ||
    subscriber.conversationId === conversationId);
