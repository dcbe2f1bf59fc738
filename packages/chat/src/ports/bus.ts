import type { ConversationHead, Message, Participant, Preference, Receipt, User } from '@vibe/contract';

/** One step of a conversation: a whole row, as the transaction that wrote it left it. */
export type Change =
  /** Its version is `conversation.stateVersion`. */
  | { kind: 'conversation'; version: number; conversation: ConversationHead }
  | { kind: 'participant'; version: number; participant: Participant; participantCount: number }
  | {
      kind: 'message';
      version: number;
      message: Message;
      users: User[];
      /** The sender's `readSeq` when the message was just sent; null when it was edited or deleted. */
      senderReadSeq: number | null;
    };

/** What a commit tells the other parts of the system. */
export type Notice =
  /** The changes of one transaction to one conversation, in rising version. */
  | { topic: 'conversation'; conversationId: number; changes: Change[] }
  /**
   * What one write did to the receipts of one conversation. `conversationVersion` is what the writer saw: a receipt is not shown
   * before what it speaks of.
   */
  | {
      topic: 'receipts';
      conversationId: number;
      receipts: Receipt[];
      conversationVersion: number;
      participantCount: number;
    }
  | { topic: 'preference'; userId: number; preference: Preference }
  | { topic: 'user'; user: User }
  | { topic: 'sessionsRevoked'; sessionIds: string[] }
  | { topic: 'typing'; conversationId: number; userId: number; isTyping: boolean }
  | PresenceNotice;

/**
 * What an instance tells of the people connected to it. `revision` counts its changes, so that whoever hears it knows whether
 * they missed one.
 */
export type PresenceNotice =
  /** One of its people came, went, or turned to something else. */
  | {
      topic: 'presence';
      instanceId: string;
      revision: number;
      userId: number;
      status: 'online' | 'away' | 'offline';
      lastSeenAt: string | null;
    }
  /** It lives; or it is about to end, and its people are on their way to others. */
  | { topic: 'instance'; instanceId: string; revision: number; isLeaving: boolean }
  /** Somebody missed something of that instance. */
  | { topic: 'rosterWanted'; instanceId: string }
  /** All of its people. */
  | { topic: 'roster'; instanceId: string; revision: number; onlineIds: number[]; awayIds: number[] };

/**
 * The doorbell between whoever commits and whoever delivers.
 *
 * Obligations: `publish` never throws, never waits for a listener and is bounded in time and memory; it may drop, delay,
 * double or reorder notices. Nobody may rely on one arriving: the sweep finds what did not. A listener hears notices
 * published after `subscribe` returned, its own process's too, and never during the call to `publish`.
 *
 * Of other processes' notices it may hear only those about conversations that are followed. What is about memberships,
 * people, sessions and instances comes unasked: a conversation matters, too, when somebody connected is about to join it.
 */
export interface Bus {
  publish(notice: Notice): void;
  /** Returns what ends it. */
  subscribe(listener: (notice: Notice) => void): () => void;
  /** Asks, from a moment later on, for what is about that conversation. Returns what ends it; each call counts. */
  follow(conversationId: number): () => void;
  /** Whether notices reach other processes, as far as is known. Always true where there is none to reach. */
  readonly isConnected: boolean;
}
