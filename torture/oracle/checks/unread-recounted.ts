import type { Check } from '../check.ts';

/** P10. What is told of as unread is what a count of the rows finds, as they were then: others may have gone on for a moment. */
export const unreadRecounted: Check = (journals, { messages }) => {
  const byConversation = Map.groupBy(messages, ({ conversationId }) => conversationId);
  return journals.of('final').flatMap(({ userId, fetched, person }) =>
    fetched.flatMap(({ conversation: { id, version, lastSeq, receipts, membership, unreadCount } }) => {
      const readSeq = receipts.find((receipt) => receipt.userId === userId)?.readSeq ?? 0;
      const from = Math.max(readSeq, membership.visibleFromSeq);
      const unread = (byConversation.get(id) ?? []).filter(
        (message) =>
          message.seq > from &&
          message.seq <= lastSeq &&
          message.senderId !== userId &&
          !(message.isDeleted && message.version <= version),
      );
      if (unread.length === unreadCount) return [];
      return [`person ${person} is told of ${unreadCount} unread in ${id}, and has ${unread.length}`];
    }),
  );
};
