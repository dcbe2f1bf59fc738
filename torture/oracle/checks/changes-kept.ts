import type { Check } from '../check.ts';

/** Of edits and deletes: what was acknowledged was done, and a message that was deleted stays so. */
export const changesKept: Check = (journals, { messages, messageStates }) => {
  const gone = new Set(journals.of('gone').map(({ id }) => id));
  const byId = new Map(messages.map((message) => [message.id, message]));
  const lastSaid = new Map(
    journals.of('change').map(({ person, messageId, content }) => [`${person} ${messageId}`, content]),
  );
  const stated = new Set(
    messageStates.map(({ conversationId, seq, content }) => `${conversationId} ${seq} ${content}`),
  );
  const lost = journals.of('kept').flatMap(({ entry, id, person, messageId, content }) => {
    const message = messageId === null ? undefined : byId.get(messageId);
    if (!message || !gone.has(id)) return [];
    const place = `message ${message.seq} of ${message.conversationId}`;
    if (entry === 'delete' && !message.isDeleted) return [`${place} was deleted, and is there`];
    // One that was replaced before it was on its way is gone as well.
    const isLast = lastSaid.get(`${person} ${messageId}`) === content;
    const wasDone = stated.has(`${message.conversationId} ${message.seq} ${content}`);
    return entry === 'edit' && isLast && !wasDone
      ? [`${place} was edited to "${content}", which it never said`]
      : [];
  });
  const revived = messages
    .filter(({ isDeleted, content }) => isDeleted && content !== null)
    .map(({ conversationId, seq }) => `the deleted message ${seq} of ${conversationId} says something`);
  return [...lost, ...revived];
};
