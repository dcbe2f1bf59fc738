import type { Receipt } from '@vibe/contract';
import type { ConversationState } from './chat-state.ts';
import type { Unread } from './unread.ts';

export const receiptOf = (receipts: readonly Receipt[], userId: number): Receipt | undefined =>
  receipts.find((receipt) => receipt.userId === userId);

/** What the conversation's count stands on. */
export function unreadOf({ conversation, isStale }: ConversationState, ownId: number): Unread {
  const { lastSeq, uncountedSeqs, unreadCount, receipts } = conversation;
  const readSeq = receiptOf(receipts, ownId)?.readSeq ?? 0;
  return { lastSeq, readSeq, uncountedSeqs, unreadCount, isStale };
}

/** The conversation with that count. Its own receipt is not touched. */
export function withUnread(known: ConversationState, unread: Unread): ConversationState {
  const { lastSeq, uncountedSeqs, unreadCount, isStale } = unread;
  return { ...known, isStale, conversation: { ...known.conversation, lastSeq, uncountedSeqs, unreadCount } };
}
