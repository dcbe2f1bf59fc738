import type { Participant, Profile, User } from '@vibe/contract';
import type { ChatState, ConversationState } from './chat-state.ts';
import { withMemberships } from './memberships.ts';

/** People as they are now; of two states of one person the higher version wins. */
export function foldUsers(state: ChatState, users: readonly User[]): ChatState {
  const newer = users.filter((user) => (state.users.get(user.id)?.version ?? -1) < user.version);
  if (newer.length === 0) return state;
  const known = newer.filter((user) => state.users.has(user.id));
  const next = {
    ...state,
    users: new Map([...state.users, ...newer.map((user) => [user.id, user] as const)]),
  };
  return known.length === 0 ? next : { ...next, conversations: withRenamedMembers(next, known) };
}

/** Memberships carry the person: they must not say something else. */
function withRenamedMembers(state: ChatState, users: readonly User[]): ChatState['conversations'] {
  const renamed = [...state.conversations].map(
    ([id, known]) => [id, renameMembers(state, known, users)] as const,
  );
  return new Map(renamed);
}

function renameMembers(
  state: ChatState,
  known: ConversationState,
  users: readonly User[],
): ConversationState {
  const concerned = users.filter((user) => known.memberships.has(user.id));
  if (concerned.length === 0) return known;
  const memberships = new Map(known.memberships);
  for (const user of concerned) {
    const membership = memberships.get(user.id);
    if (membership) memberships.set(user.id, { ...membership, user });
  }
  return withMemberships(known, memberships, state.userId);
}

/** The membership with its person as they are known, who may have changed since it was read. */
export function withKnownUser(state: ChatState, participant: Participant): Participant {
  const user = state.users.get(participant.userId);
  return user && user.version > participant.user.version ? { ...participant, user } : participant;
}

/** The person without what only some may see of them. */
export const userOf = ({ email: _, ...user }: Profile): User => user;
