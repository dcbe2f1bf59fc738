import { limits, type Participant, type Receipt } from '@vibe/contract';
import type { ConversationState } from './chat-state.ts';

export type Memberships = ReadonlyMap<number, Participant>;

const byUserId = (a: { userId: number }, b: { userId: number }): number => a.userId - b.userId;

/** Active members by user id; where not all are known, as many as a summary has. */
export function listActive(memberships: Memberships, hasAll: boolean): Participant[] {
  const active = [...memberships.values()].filter(({ leftAt }) => leftAt === null).sort(byUserId);
  return hasAll ? active : active.slice(0, limits.summaryParticipants);
}

/**
 * The receipts of members. Of people who left they mean nothing any more, nor of anyone unknown where everybody is known:
 * the stream tells of a membership before it tells how far the member got.
 */
export const ofMembers = (
  receipts: readonly Receipt[],
  { memberships, hasAllParticipants }: Pick<ConversationState, 'memberships' | 'hasAllParticipants'>,
): Receipt[] =>
  receipts.filter(({ userId }) => {
    const membership = memberships.get(userId);
    return membership ? membership.leftAt === null : !hasAllParticipants;
  });

/** Without those of memberships that have ended and begun again since: the new one starts with marks of its own. */
export const ofSameMembership = (
  receipts: readonly Receipt[],
  before: Memberships,
  after: Memberships,
): Receipt[] =>
  receipts.filter(({ userId }) => {
    const joinVersion = before.get(userId)?.joinVersion;
    return joinVersion === undefined || joinVersion === after.get(userId)?.joinVersion;
  });

/** The conversation with these memberships, and all that follows from them. */
export function withMemberships(
  known: ConversationState,
  memberships: Memberships,
  ownId: number,
): ConversationState {
  const { conversation } = known;
  return {
    ...known,
    memberships,
    conversation: {
      ...conversation,
      membership: memberships.get(ownId) ?? conversation.membership,
      participants: listActive(memberships, known.hasAllParticipants),
      receipts: ofSameMembership(
        ofMembers(conversation.receipts, { ...known, memberships }),
        known.memberships,
        memberships,
      ),
    },
  };
}
