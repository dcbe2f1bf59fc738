import { type Action, can, type Message, type ParticipantRole, type Resource } from '@vibe/contract';
import type { RecordedConversation } from './change-record.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/* What the rules allow one person, as things stand in the record. */

interface Somebody {
  world: World;
  person: Person;
}

export const conversationsOf = ({ world, person }: Somebody): RecordedConversation[] =>
  world.stage.record.conversationsOf(person.caller.userId);

/** Conversations in which they may do that. */
export const where =
  (action: Action) =>
  (somebody: Somebody): RecordedConversation[] =>
    conversationsOf(somebody).filter((known) =>
      can(somebody.person.caller, action, resourceOf(known, somebody)),
    );

/** Messages to which they may do that. */
export const messagesFor =
  (action: Action) =>
  (somebody: Somebody): Message[] => {
    const { caller } = somebody.person;
    return conversationsOf(somebody).flatMap((known) => {
      const visibleFromSeq = known.members.get(caller.userId)?.visibleFromSeq ?? 0;
      return [...known.messages.values()].filter(
        (message) =>
          message.seq > visibleFromSeq &&
          message.deletedAt === null &&
          can(caller, action, { ...resourceOf(known, somebody), message }),
      );
    });
  };

interface Target {
  conversationId: number;
  userId: number;
  role: ParticipantRole;
}

/** Other members to whom they may do that. */
export const targetsOf =
  (action: Action) =>
  (somebody: Somebody): Target[] =>
    conversationsOf(somebody).flatMap((known) =>
      others(somebody).flatMap((userId) => {
        const target = known.members.get(userId);
        if (target?.leftAt !== null) return [];
        const isAllowed = can(somebody.person.caller, action, { ...resourceOf(known, somebody), target });
        return isAllowed ? [{ conversationId: known.id, userId, role: target.role }] : [];
      }),
    );

/** People whom they may add, and where. */
export const newcomers = (somebody: Somebody): Omit<Target, 'role'>[] =>
  where('participant.add')(somebody).flatMap(({ id, members }) =>
    others(somebody)
      .filter((userId) => members.get(userId)?.leftAt !== null)
      .map((userId) => ({ conversationId: id, userId })),
  );

export const others = ({ world, person }: Somebody): number[] =>
  world.people.map(({ caller }) => caller.userId).filter((userId) => userId !== person.caller.userId);

const resourceOf = ({ head, members }: RecordedConversation, { person }: Somebody): Resource => {
  const membership = members.get(person.caller.userId);
  return { ...(head && { conversation: head }), membership: membership?.leftAt === null ? membership : null };
};
