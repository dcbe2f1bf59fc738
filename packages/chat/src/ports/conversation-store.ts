import type {
  ConversationHead,
  ConversationPage,
  ConversationSnapshot,
  ListConversationsInput,
  Message,
  Participant,
  ParticipantRole,
  Preference,
  SystemPayload,
} from '@vibe/contract';
import type { Change } from './bus.ts';

export interface NewConversation {
  type: 'direct' | 'group';
  name: string | null;
  /** `lowId:highId` of a direct conversation; null for a group. */
  directKey: string | null;
  createdById: number;
  /** Unique for its creator; null where there is none. */
  externalKey: string | null;
  historyVisible: boolean;
  /** The creator among them. */
  members: { userId: number; role: ParticipantRole }[];
  /** Written as the first message, by the creator; null for none. */
  announcement: SystemPayload | null;
}

export interface Standing {
  /** The conversation's active members. */
  participantCount: number;
  /** By the other person, in a direct conversation. Groups know no blocks. */
  isBlocked: boolean;
}

/**
 * A conversation whose row is locked by the current transaction: what is read here is true until the commit. Each write
 * takes the next version, and is returned by `ConversationStore.change` after the commit.
 */
export interface LockedConversation {
  readonly head: ConversationHead;
  readonly participantCount: number;
  /** The person's active membership, or null. */
  membership(userId: number): Promise<Participant | null>;
  /** Active members, longest-standing first. */
  members(): Promise<Participant[]>;
  /** Whether the other person of a direct conversation blocked this one. Groups know no blocks. */
  isBlocked(userId: number): Promise<boolean>;
  /** Null when it is not of this conversation, or before `visibleFromSeq`. */
  message(messageId: number, visibleFromSeq: number): Promise<Message | null>;
  rename(name: string): Promise<void>;
  /** Joins, or joins again, people who are not active members; their unread count starts at 0. */
  admit(userIds: number[], role: ParticipantRole): Promise<void>;
  remove(userId: number): Promise<void>;
  setRole(userId: number, role: ParticipantRole): Promise<void>;
  editMessage(messageId: number, content: string): Promise<Message>;
  /** Leaves a tombstone. */
  deleteMessage(messageId: number): Promise<Message>;
  /** Appends a system message. */
  announce(senderId: number, payload: SystemPayload): Promise<void>;
}

/** Every read joins the reader's active membership and visibility in the same statement: others' things are null. */
export interface ConversationStore {
  /** Latest activity first, then highest id. */
  list(userId: number, query: ListConversationsInput): Promise<ConversationPage>;
  /** With all its participants. */
  byId(userId: number, conversationId: number): Promise<ConversationSnapshot | null>;
  /** How an active member stands in it; null when the person is none. */
  standing(userId: number, conversationId: number): Promise<Standing | null>;
  /**
   * Stores it with its members, or finds the one that holds its `directKey` or external key: however many create it at
   * once, all get the same id. `changes` is empty when it was there already.
   */
  create(conversation: NewConversation): Promise<{ conversationId: number; changes: Change[] }>;
  /**
   * Runs `work` under the conversation's row lock, in one transaction. What `work` throws rolls everything back and is
   * thrown on. Null when there is no such conversation. A lock not had within 2 s throws `BUSY`.
   */
  change<T>(
    conversationId: number,
    work: (conversation: LockedConversation) => Promise<T>,
  ): Promise<{ result: T; changes: Change[] } | null>;
  /** Writes the fields given; null when the person is not an active member. */
  setPreference(
    userId: number,
    conversationId: number,
    fields: { mutedUntil?: Date | null; pinnedAt?: Date | null; archivedAt?: Date | null },
  ): Promise<Preference | null>;
}
