import type { Check } from '../check.ts';

/** What one person wrote in a conversation is there in the order in which they wrote it. */
export const ownOrder: Check = (journals, { userIds, messages }) => {
  const seqs = new Map(messages.map(({ senderId, clientId, seq }) => [`${senderId} ${clientId}`, seq]));
  const last = new Map<string, { seq: number; content: string }>();
  return journals.of('taken').flatMap(({ person, conversationId, clientId, content }) => {
    const seq = seqs.get(`${userIds[person]} ${clientId}`);
    if (seq === undefined) return [];
    const place = `${person} ${conversationId}`;
    const before = last.get(place);
    last.set(place, { seq, content });
    if (!before || before.seq < seq) return [];
    return [
      `"${content}" is at ${seq} of ${conversationId}, and "${before.content}", written before, at ${before.seq}`,
    ];
  });
};
