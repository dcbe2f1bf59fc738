import type { Check } from '../check.ts';

/** P1, P2. What was acknowledged, and what an outbox had taken over, is there once; but for what was refused or taken back. */
export const storedOnce: Check = (journals, { userIds, messages }) => {
  const counts = new Map<string, number>();
  for (const { senderId, clientId } of messages) add(counts, `${senderId} ${clientId}`);
  const gone = new Set(journals.of('gone').map(({ id }) => id));
  const refused = new Set(journals.of('refused').map(({ id }) => id));
  const takenBack = new Set(
    journals.of('pending').flatMap((line) => (line.content === null ? line.clientId : [])),
  );
  return journals
    .of('kept')
    .filter(({ entry }) => entry === 'send')
    .flatMap(({ person, id, content, conversationId }) => {
      const count = counts.get(`${userIds[person]} ${id}`) ?? 0;
      if (count === 1 || (count === 0 && (refused.has(id) || takenBack.has(id)))) return [];
      const how = gone.has(id) ? 'acknowledged' : 'kept by the outbox';
      return [`"${content}" to ${conversationId} (${id}) was ${how}, and is there ${count} times`];
    });
};

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);
