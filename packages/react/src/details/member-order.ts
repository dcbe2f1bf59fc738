import { type Participant, type ParticipantRole, participantRoles } from '@vibe/contract';
import { hasWords, plain, wordsOf } from '../people/match-name.ts';

const rank = (role: ParticipantRole): number => participantRoles.indexOf(role);

/** Oneself first, then owners, admins and members, each by name. */
export function orderMembers(
  members: readonly Participant[],
  ownId: number,
  locale: string,
): readonly Participant[] {
  const { compare } = new Intl.Collator(locale);
  const isOther = ({ userId }: Participant): number => (userId === ownId ? 0 : 1);
  return [...members].sort(
    (a, b) =>
      isOther(a) - isOther(b) ||
      rank(a.role) - rank(b.role) ||
      compare(a.user.fullName, b.user.fullName) ||
      a.userId - b.userId,
  );
}

/** Those whose name the query looks for; everybody where it is empty. */
export function findMembers(members: readonly Participant[], query: string): readonly Participant[] {
  const words = wordsOf(query);
  return words.length === 0 ? members : members.filter(({ user }) => hasWords(plain(user.fullName), words));
}
