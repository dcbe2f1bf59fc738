import { z } from 'zod';
import { ConversationId, UserId } from './ids.ts';
import { limits } from './limits.ts';
import type { Message } from './message.ts';
import { PageKey, PageLimit } from './page.ts';
import { type Participant, ParticipantRole } from './participant.ts';
import type { Preference } from './preference.ts';
import type { Receipt } from './receipt.ts';
import { text } from './text.ts';
import type { User } from './user.ts';

/** A conversation's own fields, and the version that last changed one of them. */
export interface ConversationHead {
  id: number;
  type: 'direct' | 'group';
  /** Null for a direct conversation, which is called after the other person. */
  name: string | null;
  isActive: boolean;
  /** Whether newcomers see what was written before they came. */
  historyVisible: boolean;
  createdAt: string;
  stateVersion: number;
}

/** A conversation as one of its members sees it. */
export interface Conversation extends ConversationHead {
  /** The version at which all of this was read. */
  version: number;
  lastSeq: number;
  /** When it was created or last written in: what lists are ordered by, latest first. */
  lastActivityAt: string;
  /** The latest message that the member may see; a tombstone too. */
  lastMessage: Message | null;
  /** Exact. Apps show "999+" beyond 999. */
  unreadCount: number;
  /**
   * The seqs after the member's `readSeq` that are not unread: tombstones and their own messages. What a client needs
   * to keep the count exact; null when there are more than `limits.uncountedSeqs`, and then a deletion means: ask again.
   */
  uncountedSeqs: number[] | null;
  /** The member's own membership. */
  membership: Participant;
  participantCount: number;
  /** The first `limits.summaryParticipants` active members by user id (`conversation.byId`: all of them). */
  participants: Participant[];
  /** The receipts of `participants` and of the member. */
  receipts: Receipt[];
  preference: Preference;
  /** People named by `lastMessage` who are not among `participants`. */
  users: User[];
}

export interface ConversationPage {
  conversations: Conversation[];
  /** Give it as `after` for the next page; null at the end. */
  nextKey: string | null;
  /** Where a first subscription can start so that it misses nothing after this page. */
  cursor: string;
}

export interface ConversationSnapshot {
  conversation: Conversation;
  cursor: string;
}

const GroupName = text('name', limits.nameChars);
/** For services: creating twice under one key gives the same conversation. */
const ExternalKey = text('externalKey', limits.externalKeyChars).optional();

export const CreateConversationInput = z.discriminatedUnion('type', [
  z.object({ type: z.literal('direct'), userId: UserId, externalKey: ExternalKey }),
  z.object({
    type: z.literal('group'),
    name: GroupName,
    /** Whom the group begins with, beside its creator. */
    userIds: z
      .array(UserId)
      .max(
        limits.groupMembers - 1,
        `a group has at most ${limits.groupMembers.toLocaleString('en')} members`,
      ),
    historyVisible: z.boolean().default(true),
    externalKey: ExternalKey,
  }),
]);
export const ListConversationsInput = z.object({ limit: PageLimit, after: PageKey.optional() });
export const ConversationByIdInput = z.object({ conversationId: ConversationId });
export const RenameConversationInput = z.object({ conversationId: ConversationId, name: GroupName });
export const AddParticipantsInput = z.object({
  conversationId: ConversationId,
  userIds: z
    .array(UserId)
    .min(1, 'userIds must name somebody')
    .max(limits.pageRows, `userIds must name at most ${limits.pageRows} people`),
});
export const RemoveParticipantInput = z.object({ conversationId: ConversationId, userId: UserId });
export const LeaveConversationInput = ConversationByIdInput;
export const SetRoleInput = z.object({
  conversationId: ConversationId,
  userId: UserId,
  role: ParticipantRole,
});

export type CreateConversationInput = z.infer<typeof CreateConversationInput>;
export type ListConversationsInput = z.infer<typeof ListConversationsInput>;
export type RenameConversationInput = z.infer<typeof RenameConversationInput>;
export type AddParticipantsInput = z.infer<typeof AddParticipantsInput>;
export type RemoveParticipantInput = z.infer<typeof RemoveParticipantInput>;
export type SetRoleInput = z.infer<typeof SetRoleInput>;
