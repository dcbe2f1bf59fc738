import type { KnownConversation } from '@vibe/client';
import type { Message } from '@vibe/contract';

/**
 * When the message was delivered to somebody, or read by them. A receipt has the time of its latest step alone: for a message
 * before that the time is not known, and null.
 */
export function reachedAt(
  { receipts }: Pick<KnownConversation, 'receipts'>,
  { seq }: Pick<Message, 'seq'>,
  userId: number,
  step: 'delivered' | 'read',
): string | null {
  const receipt = receipts.find((each) => each.userId === userId);
  if (!receipt) return null;
  const [mark, at] =
    step === 'read' ? [receipt.readSeq, receipt.readAt] : [receipt.deliveredSeq, receipt.deliveredAt];
  return mark === seq ? at : null;
}
