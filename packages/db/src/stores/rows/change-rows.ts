import type { Change } from '@vibe/chat';
import { Prisma } from '../../../generated/client.ts';
import { type ConversationHeadRow, toConversationHead } from './conversation-head-row.ts';
import { type MessageRow, messageJson, namedUsersJson, toMessage } from './message-row.ts';
import { type ParticipantRow, participantJson, toParticipant } from './participant-row.ts';
import { toUser, type UserRow } from './user-row.ts';

export interface ParticipantChangeRow {
  participant: ParticipantRow;
  participantCount: number;
}

export interface MessageChangeRow {
  message: MessageRow;
  users: UserRow[];
  senderReadSeq: number | null;
}

export interface ChangeRows {
  heads: ConversationHeadRow[];
  participants: ParticipantChangeRow[];
  messages: MessageChangeRow[];
}

/** A `ParticipantChangeRow` of `p`, whose user is `u` and whose conversation is `c`. */
export const participantChangeJson = Prisma.sql`json_build_object(
  'participant', ${participantJson}, 'participantCount', c.participant_count)`;

/** A `MessageChangeRow` of `m`. */
export const messageChangeJson = (senderReadSeq: Prisma.Sql): Prisma.Sql => Prisma.sql`json_build_object(
  'message', ${messageJson}, 'users', ${namedUsersJson}, 'senderReadSeq', ${senderReadSeq})`;

/**
 * How far the sender of `m` had read when it was sent, as far as can be told later: their mark may have risen since. It
 * stays within the message, because whoever is told may not have come further yet; and below it where the mark was moved
 * there afterwards, because whoever is told that it moved with the send takes it to have moved at that time.
 */
export const senderReadSeqLater = Prisma.sql`
  CASE WHEN m.edited_at IS NULL AND m.deleted_at IS NULL THEN
    (SELECT least(r.read_seq, CASE WHEN r.read_seq = m.seq AND r.read_at IS DISTINCT FROM m.created_at THEN m.seq - 1 ELSE m.seq END)
     FROM receipt r WHERE r.conversation_id = m.conversation_id AND r.user_id = m.sender_id)
  END`;

export const toHeadChange = (row: ConversationHeadRow): Change => ({
  kind: 'conversation',
  version: row.stateVersion,
  conversation: toConversationHead(row),
});

export const toParticipantChange = ({ participant, participantCount }: ParticipantChangeRow): Change => ({
  kind: 'participant',
  version: participant.version,
  participant: toParticipant(participant),
  participantCount,
});

export const toMessageChange = ({ message, users, senderReadSeq }: MessageChangeRow): Change => ({
  kind: 'message',
  version: message.version,
  message: toMessage(message),
  users: users.map(toUser),
  senderReadSeq,
});

/** All of them, in rising version; those of several conversations are mixed, each conversation's in its order. */
export const toChanges = ({ heads, participants, messages }: ChangeRows): Change[] =>
  [
    ...heads.map(toHeadChange),
    ...participants.map(toParticipantChange),
    ...messages.map(toMessageChange),
  ].sort((one, other) => one.version - other.version);
