import type { Check } from '../check.ts';

/** P3. Seqs are dense and times never fall with them; that all see that order, the screens' comparison tells. */
export const oneOrder: Check = (_, { conversations, messages }) => {
  const byConversation = Map.groupBy(messages, ({ conversationId }) => conversationId);
  return conversations.flatMap(({ id, lastSeq }) => {
    const rows = byConversation.get(id) ?? [];
    const holes = rows.filter(({ seq }, at) => seq !== at + 1);
    const older = rows.filter(({ createdMs }, at) => createdMs < (rows[at - 1]?.createdMs ?? 0));
    return [
      ...(rows.length === lastSeq ? [] : [`${id} has ${rows.length} messages, and ends at ${lastSeq}`]),
      ...holes.slice(0, 1).map(({ seq }) => `before message ${seq} of ${id} is a hole`),
      ...older.map(({ seq }) => `message ${seq} of ${id} is older than the one before it`),
    ];
  });
};
