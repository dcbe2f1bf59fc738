import { foldReceipt } from '../folds/fold-receipt.ts';
import { receiptOf } from '../folds/own-unread.ts';
import { retrying } from './retrying.ts';
import type { SyncContext } from './sync-context.ts';

/** So many calls at a time: who comes back may have missed something in hundreds of conversations. */
const callsAtATime = 10;

/** Tells the server how far messages have reached this device: one call at a time for each conversation, the last word wins. */
export interface DeliveryMarker {
  mark(conversationId: number, seq: number): void;
}

export function createDeliveryMarker(context: SyncContext): DeliveryMarker {
  const wanted = new Map<number, number>();
  const underWay = new Set<number>();
  const { lifeSignal: signal } = context;
  const { markDelivered } = context.api.receipt;

  const standing = (conversationId: number): number => {
    const { chat } = context.store.getState();
    const receipts = chat.conversations.get(conversationId)?.conversation.receipts ?? [];
    return receiptOf(receipts, chat.userId)?.deliveredSeq ?? 0;
  };
  const tell = async (conversationId: number, seq: number): Promise<void> => {
    underWay.add(conversationId);
    wanted.delete(conversationId);
    try {
      const receipt = await retrying(() => markDelivered.mutate({ conversationId, seq }, { signal }), signal);
      context.fold((chat) => foldReceipt(chat, receipt));
    } catch {
      // It was refused for good: the person is no member any more, or signed out.
      wanted.delete(conversationId);
    }
    underWay.delete(conversationId);
    tellMore();
  };
  const tellMore = (): void => {
    for (const [conversationId, seq] of wanted) {
      if (underWay.size >= callsAtATime || signal.aborted) return;
      if (!underWay.has(conversationId)) void tell(conversationId, seq);
    }
  };

  return {
    mark(conversationId, seq) {
      if (seq <= Math.max(standing(conversationId), wanted.get(conversationId) ?? 0)) return;
      wanted.set(conversationId, seq);
      tellMore();
    },
  };
}
