import type { Scope, User } from '@vibe/contract';

export interface Session {
  id: string;
  userId: number;
  scopes: Scope[];
  expiresAt: Date;
  revokedAt: Date | null;
}

export type Rotation =
  /** The token was current; its successor is now. */
  | { outcome: 'rotated'; session: Session }
  /** The token was the one before, and its successor is current since less than the grace. */
  | { outcome: 'repeated'; session: Session }
  /** The token had been used up: the session is revoked. */
  | { outcome: 'reused'; session: Session }
  /** No such session, or it has ended. */
  | { outcome: 'ended' };

export interface SessionStore {
  create(session: {
    id: string;
    userId: number;
    scopes: Scope[];
    refreshHash: string | null;
    label: string;
    expiresAt: Date;
  }): Promise<void>;
  /** With its person: both are as of one moment. */
  byId(sessionId: string): Promise<(Session & { user: User }) | null>;
  /** Atomic: of two calls with one token at once, one is `rotated` and the other `repeated`. */
  rotate(args: {
    sessionId: string;
    refreshHash: string;
    nextRefreshHash: string;
    now: Date;
    graceMs: number;
    expiresAt: Date;
  }): Promise<Rotation>;
  revoke(sessionId: string): Promise<void>;
  /** Every live session of the person but `exceptId`; returns those it ended. */
  revokeAll(userId: number, exceptId?: string): Promise<string[]>;
  /**
   * Deletes sessions that expired before then, revoked or not: the oldest first, `maxRows` at most. Returns how many.
   * Rows that others are writing are left for the next time; it waits for nobody.
   */
  deleteExpired(before: Date, maxRows: number): Promise<number>;
}
