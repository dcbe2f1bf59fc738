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
  /** `conversationVersion` is what the writer saw: a receipt is not shown before what it speaks of. */
  | { topic: 'receipt'; receipt: Receipt; conversationVersion: number; participantCount: number }
  | { topic: 'preference'; userId: number; preference: Preference }
  | { topic: 'user'; user: User }
  | { topic: 'sessionsRevoked'; sessionIds: string[] }
  | { topic: 'typing'; conversationId: number; userId: number; isTyping: boolean }
  | { topic: 'presence'; userId: number; status: 'online' | 'away' | 'offline'; lastSeenAt: string | null };

/**
 * The doorbell between whoever commits and whoever delivers.
 *
 * Obligations: `publish` never throws, never waits for a listener and is bounded in time and memory; it may drop, delay,
 * double or reorder notices. Nobody may rely on one arriving: the sweep finds what did not. A listener hears notices
 * published after `subscribe` returned, its own process's too, and never during the call to `publish`.
 */
export interface Bus {
  publish(notice: Notice): void;
  /** Returns what ends it. */
  subscribe(listener: (notice: Notice) => void): () => void;
}
