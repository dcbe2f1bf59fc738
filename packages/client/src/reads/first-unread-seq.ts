import type { ConversationState } from '../folds/chat-state.ts';
import { findMessage } from '../folds/messages.ts';
import { receiptOf } from '../folds/own-unread.ts';
import { isUncounted } from '../folds/unread.ts';

/**
 * Where a chat opens and its divider stands: the first seq after the person's own mark that counts as unread, as far as can
 * be told from what is known; null where nothing is unread.
 */
export function firstUnreadSeq({ conversation, messages }: ConversationState, userId: number): number | null {
  const { lastSeq, unreadCount, uncountedSeqs, receipts, membership } = conversation;
  if (unreadCount === 0) return null;
  const readSeq = receiptOf(receipts, userId)?.readSeq ?? 0;
  const uncounted = new Set(uncountedSeqs ?? []);
  const isRead = (seq: number): boolean => {
    const message = findMessage(messages, seq);
    return uncounted.has(seq) || (message !== undefined && isUncounted(message, userId));
  };
  const first = Math.max(readSeq, membership.visibleFromSeq) + 1;
  for (let seq = first; seq <= lastSeq; seq++) {
    if (!isRead(seq)) return seq;
  }
  return null;
}
