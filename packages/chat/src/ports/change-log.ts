import type { Conversation, Preference, Receipt, User } from '@vibe/contract';
import type { Change } from './bus.ts';

/** One user's active membership of one conversation, as of `conversationVersion`. */
export interface Membership {
  userId: number;
  conversationId: number;
  visibleFromSeq: number;
  /** The version of the membership's own row. */
  version: number;
  conversationVersion: number;
  participantCount: number;
}

/** What changed at or after a mark. Rows come in their latest state; versions rise within a conversation. */
export interface Sweep {
  /** Every transaction below it had ended: the next sweep starts here. */
  mark: bigint;
  conversations: { conversationId: number; version: number }[];
  /** People who became or stopped being active members; the hub may not have known the conversation. */
  joins: { conversationId: number; userId: number; version: number }[];
  receipts: { receipt: Receipt; participantCount: number }[];
  preferences: { userId: number; preference: Preference }[];
  users: User[];
  revokedSessionIds: string[];
}

/** A conversation's state between two versions, read in one snapshot. */
export interface Fill {
  version: number;
  participantCount: number;
  /** Rows with a version in (known, version], rising. Numbers that were overwritten by later ones are not there. */
  changes: Change[];
}

/** What one user may see of what changed at or after a mark, read in one snapshot. */
export interface Replay {
  /**
   * Changes of conversations that they were in at the mark and still are, each conversation's in rising version; and of
   * those in `joined` the messages that they may see, for readers who follow messages alone.
   */
  changes: Change[];
  /** Conversations they joined, or joined again, since: as a list would show them. */
  joined: Conversation[];
  /** Of `changes`' conversations and `joined`, those of which more messages changed than asked for: none of them is told. */
  truncatedIds: number[];
  /** Their own memberships that ended since. */
  left: Change[];
  receipts: Receipt[];
  preferences: Preference[];
  users: User[];
}

/** The database as the log of changes, read by transaction marks and by versions. */
export interface ChangeLog {
  /** Names this database and its timeline: marks of another one mean nothing here. */
  epoch(): Promise<string>;
  /** The mark from which everything that is not yet visible will be found. */
  mark(): Promise<bigint>;
  sweep(mark: bigint): Promise<Sweep>;
  memberships(userIds: number[]): Promise<Membership[]>;
  fill(conversationId: number, knownVersion: number): Promise<Fill>;
  /** Conversations as this member sees them now; those they are not in are left out. */
  conversationsOf(userId: number, conversationIds: number[]): Promise<Conversation[]>;
  /**
   * `conversationId` narrows it to one. Receipts of others come only from conversations within
   * `limits.receiptStreamMembers`. Null when it would be more than `max.rows` rows; a conversation of which more than
   * `max.messages` messages changed is truncated.
   */
  replay(
    userId: number,
    mark: bigint,
    max: { rows: number; messages: number },
    conversationId: number | null,
  ): Promise<Replay | null>;
  /** Of `amongIds`, those who share an active conversation with the person. */
  sharingConversation(userId: number, amongIds: number[]): Promise<number[]>;
}
