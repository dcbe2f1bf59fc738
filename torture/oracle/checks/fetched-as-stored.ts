import type { Check } from '../check.ts';
import type { Truth } from '../truth.ts';

/** Everybody is told of the conversations that they are in, and of the messages as they are stored. */
export const fetchedAsStored: Check = (journals, truth) => {
  const stored = new Map(truth.messages.map((each) => [`${each.conversationId} ${each.seq}`, each]));
  const joined = conversationsByUser(truth);
  return journals.of('final').flatMap(({ person, userId, fetched }) => {
    const told = fetched.map(({ conversation }) => conversation.id).sort((a, b) => a - b);
    const own = joined.get(userId) ?? [];
    const wrong = fetched.flatMap(({ messages }) =>
      messages.filter(({ conversationId, seq, content, deletedAt, version, clientId }) => {
        const row = stored.get(`${conversationId} ${seq}`);
        return !(
          row?.content === content &&
          row.isDeleted === (deletedAt !== null) &&
          row.version === version &&
          row.clientId === clientId
        );
      }),
    );
    return [
      ...(told.join() === own.join()
        ? []
        : [`person ${person} is in ${own.join(' ')}, and is told of ${told.join(' ')}`]),
      ...wrong.map(
        ({ conversationId, seq }) =>
          `person ${person} is told otherwise of message ${seq} of ${conversationId}`,
      ),
    ];
  });
};

function conversationsByUser({ membershipStates }: Truth): Map<number, number[]> {
  const latest = new Map(membershipStates.map((each) => [`${each.conversationId} ${each.userId}`, each]));
  const active = [...latest.values()].filter(({ isActive }) => isActive);
  const byUser = Map.groupBy(active, ({ userId }) => userId);
  return new Map(
    [...byUser].map(([userId, own]) => [
      userId,
      own.map(({ conversationId }) => conversationId).sort((a, b) => a - b),
    ]),
  );
}
