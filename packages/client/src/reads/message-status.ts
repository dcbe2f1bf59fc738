import type { Message } from '@vibe/contract';
import type { ConversationState } from '../folds/chat-state.ts';

export type MessageStatus = 'sent' | 'delivered' | 'read';

/**
 * How far an own message got: delivered to, or read by, every other member, by their watermarks. Where not everybody's
 * are known, as in large groups, it stays `sent`.
 */
export function messageStatus(known: ConversationState, { seq, senderId }: Message): MessageStatus {
  const { participants, receipts } = known.conversation;
  const others = participants.filter((member) => member.userId !== senderId && member.visibleFromSeq < seq);
  if (!known.hasAllParticipants || others.length === 0) return 'sent';
  const byUser = new Map(receipts.map((receipt) => [receipt.userId, receipt]));
  const reached = (mark: 'deliveredSeq' | 'readSeq'): boolean =>
    others.every(({ userId }) => (byUser.get(userId)?.[mark] ?? 0) >= seq);
  if (reached('readSeq')) return 'read';
  return reached('deliveredSeq') ? 'delivered' : 'sent';
}
