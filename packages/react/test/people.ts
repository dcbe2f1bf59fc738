import type { Participant, ParticipantRole, User } from '@vibe/contract';

export function person(id: number, fullName = `Person ${id}`): User {
  return { id, fullName, avatarUrl: null, role: 'client', isDeactivated: false, version: 1 };
}

/** A member of conversation 1, who came in the order of their ids unless it is said otherwise. */
export function member(user: User, role: ParticipantRole = 'member', joinVersion = user.id): Participant {
  const joinedAt = '2026-01-01T00:00:00.000Z';
  const membership = { conversationId: 1, userId: user.id, role, joinedAt, leftAt: null, user };
  return { ...membership, visibleFromSeq: 0, joinVersion, version: joinVersion };
}
