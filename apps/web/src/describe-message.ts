import type { ChatState } from '@vibe/client';
import type { Message, SystemPayload } from '@vibe/contract';

/** A message in one line, for lists, and for what the system tells. */
export function describeMessage(state: ChatState, message: Message): string {
  if (message.deletedAt !== null) return 'Message deleted';
  if (message.kind === 'text' || message.payload === null) return message.content ?? '';
  return describePayload(state, message.senderId, message.payload) ?? message.content ?? '';
}

function describePayload(state: ChatState, actorId: number, payload: SystemPayload): string | null {
  const name = (userId: number) => nameOf(state, userId);
  const actor = name(actorId);
  const handedTo = (ownerId: number | null) => (ownerId ? `, and ${name(ownerId)} owns the group now` : '');
  switch (payload.type) {
    case 'group.created':
      return `${actor} created the group “${payload.name}”`;
    case 'group.renamed':
      return `${actor} renamed the group to “${payload.to}”`;
    case 'participants.added':
      return `${actor} added ${payload.userIds.map(name).join(', ')}`;
    case 'participant.removed':
      return `${actor} removed ${name(payload.userId)}${handedTo(payload.newOwnerId)}`;
    case 'participant.left':
      return `${name(payload.userId)} left${handedTo(payload.newOwnerId)}`;
    case 'participant.roleChanged':
      return `${actor} made ${name(payload.userId)} ${payload.role === 'member' ? 'a' : 'an'} ${payload.role}`;
    case 'imported':
      return null;
  }
}

export const nameOf = (state: ChatState, userId: number): string =>
  state.users.get(userId)?.fullName ?? 'Somebody';
