import type { Check } from '../check.ts';

/** P10. What is told of as unread is what a count of the rows finds. */
export const unreadRecounted: Check = (journals, { messages }) => {
  const byConversation = Map.groupBy(messages, ({ conversationId }) => conversationId);
  return journals.of('final').flatMap(({ userId, fetched, person }) =>
    fetched.flatMap(({ conversation: { id, receipts, membership, unreadCount } }) => {
      const readSeq = receipts.find((receipt) => receipt.userId === userId)?.readSeq ?? 0;
      const from = Math.max(readSeq, membership.visibleFromSeq);
      const unread = (byConversation.get(id) ?? []).filter(
        ({ seq, isDeleted, senderId }) => seq > from && !isDeleted && senderId !== userId,
      );
      if (unread.length === unreadCount) return [];
      return [`person ${person} is told of ${unreadCount} unread in ${id}, and has ${unread.length}`];
    }),
  );
};
