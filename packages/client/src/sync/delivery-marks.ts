import { foldReceipt } from '../folds/fold-receipt.ts';
import { receiptOf } from '../folds/own-unread.ts';
import { retrying } from './retrying.ts';
import type { SyncContext } from './sync-context.ts';

/** Tells the server how far messages have reached this device: one call at a time for each conversation, the last word wins. */
export interface DeliveryMarker {
  mark(conversationId: number, seq: number): void;
}

export function createDeliveryMarker(context: SyncContext): DeliveryMarker {
  const wanted = new Map<number, number>();
  const underWay = new Set<number>();
  const { markDelivered } = context.api.receipt;

  const standing = (conversationId: number): number => {
    const { chat } = context.store.getState();
    const receipts = chat.conversations.get(conversationId)?.conversation.receipts ?? [];
    return receiptOf(receipts, chat.userId)?.deliveredSeq ?? 0;
  };
  const run = async (conversationId: number): Promise<void> => {
    for (let seq = wanted.get(conversationId); seq !== undefined; seq = wanted.get(conversationId)) {
      wanted.delete(conversationId);
      const input = { conversationId, seq };
      const receipt = await retrying(() => markDelivered.mutate(input), context.lifeSignal);
      context.fold((chat) => foldReceipt(chat, receipt));
    }
  };

  return {
    mark(conversationId, seq) {
      if (seq <= Math.max(standing(conversationId), wanted.get(conversationId) ?? 0)) return;
      wanted.set(conversationId, seq);
      if (underWay.has(conversationId)) return;
      underWay.add(conversationId);
      run(conversationId)
        // It was refused for good: the person is no member any more, or signed out.
        .catch(() => wanted.delete(conversationId))
        .finally(() => underWay.delete(conversationId));
    },
  };
}
