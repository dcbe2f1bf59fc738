import { receiptOf } from '../folds/own-unread.ts';
import { createDeliveryMarker } from './delivery-marks.ts';
import type { SyncContext } from './sync-context.ts';

/** A burst is marked once. */
const delayMs = 1_000;

/** Tells senders that their messages have reached this device. To be called after each change. */
export function createDeliveries(context: SyncContext): () => void {
  const marker = createDeliveryMarker(context);
  const asked = new Map<number, number>();
  let isWaiting = false;

  const markAll = (): void => {
    isWaiting = false;
    const { chat, isCaughtUp } = context.store.getState();
    if (!isCaughtUp || context.lifeSignal.aborted) return;
    for (const { conversation } of chat.conversations.values()) {
      const { id, lastSeq, receipts } = conversation;
      const standing = receiptOf(receipts, chat.userId)?.deliveredSeq ?? 0;
      if (lastSeq <= Math.max(standing, asked.get(id) ?? 0)) continue;
      asked.set(id, lastSeq);
      marker.mark(id, lastSeq);
    }
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(markAll, delayMs);
  };
}
