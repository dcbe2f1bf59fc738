import { z } from 'zod';
import { ClientId, ConversationId, MessageId, Seq, Version } from './ids.ts';
import { limits } from './limits.ts';
import { PageLimit } from './page.ts';
import type { ParticipantRole } from './participant.ts';
import { freeText, text } from './text.ts';
import type { User } from './user.ts';

/** What a message of `kind: 'system'` tells. Clients ignore types that they do not know. */
export type SystemPayload =
  | { type: 'group.created'; name: string }
  | { type: 'group.renamed'; from: string; to: string }
  | { type: 'participants.added'; userIds: number[] }
  /** `newOwnerId`: who took over the group, where its last owner went. */
  | { type: 'participant.removed'; userId: number; newOwnerId: number | null }
  | { type: 'participant.left'; userId: number; newOwnerId: number | null }
  | { type: 'participant.roleChanged'; userId: number; role: ParticipantRole }
  /** A line that another chat's export had; its words are in `content`. */
  | { type: 'imported' };

/** One message, whole: a stored row as everybody who may see it does. Times are ISO 8601. */
export interface Message {
  id: number;
  conversationId: number;
  /** Its place in the conversation: 1, 2, 3 … without holes. */
  seq: number;
  /** Who wrote it; for `kind: 'system'`, who did what it tells. */
  senderId: number;
  clientId: string;
  kind: 'text' | 'system';
  /** Null in a tombstone, and in a system message that has only a payload. */
  content: string | null;
  payload: SystemPayload | null;
  createdAt: string;
  editedAt: string | null;
  /** Set in a tombstone: the row stays, the content is gone. */
  deletedAt: string | null;
  /** The conversation's version that wrote this state; the higher one wins. */
  version: number;
}

export interface MessagePage {
  /** Ascending by seq. */
  messages: Message[];
  /** Everyone whom these messages name. */
  users: User[];
  hasOlder: boolean;
  hasNewer: boolean;
  /** Where a first subscription can start so that it misses nothing after this page. */
  cursor: string;
}

export const Content = text('content', limits.contentChars);

export const SendMessageInput = z.object({
  conversationId: ConversationId,
  clientId: ClientId,
  content: Content,
});
/** `version`: of the message that the edit was made on. Where another has come since, the edit is refused. */
export const EditMessageInput = z.object({
  messageId: MessageId,
  content: Content,
  version: Version.optional(),
});
export const MessageByIdInput = z.object({ messageId: MessageId });
export const DeleteMessageInput = MessageByIdInput;
/**
 * One page by keyset: `before` (older than that seq), `after` (newer than it), `around` (it in the middle); at most
 * one of them, and none means the latest page.
 */
export const ListMessagesInput = z
  .object({
    conversationId: ConversationId,
    limit: PageLimit,
    before: Seq.optional(),
    after: Seq.optional(),
    around: Seq.optional(),
  })
  .refine(
    (input) => [input.before, input.after, input.around].filter((seq) => seq !== undefined).length <= 1,
    {
      error: 'give only one of before, after and around',
    },
  );
export const ReportMessageInput = z.object({
  messageId: MessageId,
  reason: freeText('reason', limits.reasonChars).default(''),
});

export type SendMessageInput = z.infer<typeof SendMessageInput>;
export type EditMessageInput = z.infer<typeof EditMessageInput>;
export type ListMessagesInput = z.infer<typeof ListMessagesInput>;
export type ReportMessageInput = z.infer<typeof ReportMessageInput>;
