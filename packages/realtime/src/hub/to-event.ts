import type { Change } from '@vibe/chat';
import type { ConversationEvent, MessageEvent, ReceiptEvent } from '@vibe/contract';

export type MessageChange = Extract<Change, { kind: 'message' }>;
export type ParticipantChange = Extract<Change, { kind: 'participant' }>;
export type ConversationChange = Extract<Change, { kind: 'conversation' }>;

export function messageEvent({ message, users, senderReadSeq }: MessageChange): MessageEvent {
  return { type: messageType(message), message, users, senderReadSeq };
}

export function messageType(message: MessageChange['message']): MessageEvent['type'] {
  if (message.deletedAt !== null) return 'message.deleted';
  return message.editedAt === null ? 'message.sent' : 'message.edited';
}

/**
 * A send that moved its sender's watermarks, for streams that carry no messages; null when it did not. Sending is
 * reading: the time is the message's.
 */
export function senderReceiptEvent({ message, senderReadSeq }: MessageChange): ReceiptEvent | null {
  const { conversationId, senderId: userId, seq, createdAt } = message;
  if (senderReadSeq === null || senderReadSeq < seq) return null;
  const marks = { deliveredSeq: seq, deliveredAt: createdAt, readSeq: seq, readAt: createdAt };
  return { type: 'receipt.advanced', receipt: { conversationId, userId, ...marks } };
}

export function participantEvent({ participant, participantCount }: ParticipantChange): ConversationEvent {
  return { type: participantType(participant), participant, participantCount };
}

function participantType({ leftAt, version, joinVersion }: ParticipantChange['participant']) {
  if (leftAt !== null) return 'participant.removed';
  return version === joinVersion ? 'participant.added' : 'participant.updated';
}

export function conversationEvent({ conversation }: ConversationChange): ConversationEvent {
  return { type: 'conversation.updated', conversation };
}

/** A change as the event that tells it. Pure. */
export function toEvent(change: Change): MessageEvent | ConversationEvent {
  switch (change.kind) {
    case 'message':
      return messageEvent(change);
    case 'participant':
      return participantEvent(change);
    case 'conversation':
      return conversationEvent(change);
  }
}
