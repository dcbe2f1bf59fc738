import type { ChatState } from '@vibe/client';
import type { Message, SystemPayload } from '@vibe/contract';
import type { Format } from '../format/create-format.ts';
import { nameOf } from '../people/name-of.ts';
import type { Text } from '../text/text.ts';

/** A message in one line, for lists, and for what the system tells. */
export function describeMessage(state: ChatState, message: Message, text: Text, format: Format): string {
  const { kind, content, payload, deletedAt } = message;
  if (deletedAt !== null) return text.messages.deleted;
  const isKnown = kind === 'text' || kind === 'system';
  const told = payload && kind === 'system' ? describePayload(state, message, payload, text, format) : null;
  return told ?? (isKnown ? content : null) ?? text.messages.unknown;
}

/** Null where its words are in the content, or a newer server tells something that is not known here. */
function describePayload(
  state: ChatState,
  { senderId }: Message,
  payload: SystemPayload,
  text: Text,
  format: Format,
): string | null {
  const { messages, people } = text;
  const isOneself = (userId: number) => userId === state.userId;
  const subject = (userId: number) => (isOneself(userId) ? people.you : nameOf(state, userId, text));
  const object = (userId: number) => (isOneself(userId) ? messages.youObject : nameOf(state, userId, text));
  const actor = subject(senderId);
  const handedTo = (ownerId: number | null) => (ownerId === null ? '' : messages.handedTo(subject(ownerId)));
  switch (payload.type) {
    case 'group.created':
      return messages.groupCreated(actor, payload.name);
    case 'group.renamed':
      return messages.groupRenamed(actor, payload.to);
    case 'participants.added':
      return messages.participantsAdded(actor, format.names(payload.userIds.map(object)));
    case 'participant.removed':
      return messages.participantRemoved(actor, object(payload.userId)) + handedTo(payload.newOwnerId);
    case 'participant.left':
      return messages.participantLeft(subject(payload.userId)) + handedTo(payload.newOwnerId);
    case 'participant.roleChanged':
      return messages.roleChanged(actor, object(payload.userId), payload.role);
    default:
      return null;
  }
}
