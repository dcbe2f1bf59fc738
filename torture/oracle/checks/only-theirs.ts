import type { Check } from '../check.ts';
import type { HeardEvent, HeardLine } from '../journal-line.ts';
import type { MembershipState } from '../truth.ts';

/** One time that somebody was a member, by the versions of the conversation. */
interface Membership {
  leftVersion: number;
  visibleFromSeq: number;
}

/** P15. What somebody was sent belongs to a time when they were a member, or to one before it that they may see. */
export const onlyTheirs: Check = (journals, { userIds, membershipStates }) => {
  const memberships = membershipsOf(membershipStates);
  const isTheirs = (userId: number, event: HeardEvent): boolean => {
    const version = versionOf(event);
    if (version === null || !('conversationId' in event)) return true;
    return [...(memberships.get(`${event.conversationId} ${userId}`)?.values() ?? [])].some(
      ({ leftVersion, visibleFromSeq }) =>
        (version < leftVersion || isOwnEnd(event, userId)) &&
        (event.type !== 'message' || event.seq > visibleFromSeq),
    );
  };
  const heard = journals.of('heard');
  const byStream = Map.groupBy(heard, ({ person, life, connection }) => `${person} ${life} ${connection}`);
  return [
    ...heard
      .filter(({ person, event }) => !isTheirs(userIds[person] ?? 0, event))
      .map((line) => `person ${line.person} was sent ${JSON.stringify(line.event)}, which is not theirs`),
    ...[...byStream.values()].flatMap((lines) => afterTheEnd(lines, userIds)),
  ];
};

/** Their own removal is the last that a stream tells them of a conversation, until they join it anew. */
function afterTheEnd(lines: readonly HeardLine[], userIds: readonly number[]): string[] {
  const ended = new Set<number>();
  return lines.flatMap(({ person, event }) => {
    if (event.type === 'control') {
      if (event.name === 'ready') ended.clear();
      return [];
    }
    if (event.type === 'created') ended.delete(event.conversationId);
    const isLate = ended.has(event.conversationId) && !isOwnEnd(event, userIds[person]);
    if (isOwnEnd(event, userIds[person])) ended.add(event.conversationId);
    return isLate ? [`after their removal person ${person} was sent ${JSON.stringify(event)}`] : [];
  });
}

const isOwnEnd = (event: HeardEvent, userId: number | undefined): boolean =>
  event.type === 'participant' && event.userId === userId && !event.isActive;

const versionOf = (event: HeardEvent): number | null => ('version' in event ? event.version : null);

/** By conversation and user, then by the version at which they joined. */
function membershipsOf(states: readonly MembershipState[]): Map<string, Map<number, Membership>> {
  const all = new Map<string, Map<number, Membership>>();
  for (const { conversationId, userId, joinVersion, isActive, version, visibleFromSeq } of states) {
    const key = `${conversationId} ${userId}`;
    const own = all.get(key) ?? new Map<number, Membership>();
    all.set(key, own);
    own.set(joinVersion, { leftVersion: isActive ? Number.POSITIVE_INFINITY : version, visibleFromSeq });
  }
  return all;
}
