import type { Receipt } from '@vibe/contract';
import { type ChatState, type ConversationState, changeConversation } from './chat-state.ts';
import { ofMembers } from './memberships.ts';
import { receiptOf, unreadOf, withUnread } from './own-unread.ts';
import { mergeReceipts } from './receipts.ts';
import { countRead } from './unread.ts';

/** How far somebody got. One's own reading clears the count, on every device. */
export const foldReceipt = (state: ChatState, receipt: Receipt): ChatState =>
  changeConversation(state, receipt.conversationId, (known) => raiseReceipts(known, [receipt], state.userId));

/** How far many of one conversation got. */
export const foldReceipts = (
  state: ChatState,
  conversationId: number,
  receipts: readonly Receipt[],
): ChatState =>
  changeConversation(state, conversationId, (known) => raiseReceipts(known, receipts, state.userId));

export function raiseReceipts(
  known: ConversationState,
  told: readonly Receipt[],
  ownId: number,
): ConversationState {
  const { conversation } = known;
  const receipts = mergeReceipts(conversation.receipts, ofMembers(told, known));
  if (receipts === conversation.receipts) return known;
  const readSeq = receiptOf(receipts, ownId)?.readSeq ?? 0;
  const counted = withUnread(known, countRead(unreadOf(known, ownId), readSeq));
  return { ...counted, conversation: { ...counted.conversation, receipts } };
}
