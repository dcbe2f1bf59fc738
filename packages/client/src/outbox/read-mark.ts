import { receiptOf } from '../folds/own-unread.ts';
import { newEntry } from './outbox-entry.ts';
import type { EditorParts } from './pending-sends.ts';

export interface ReadMark {
  /** The person has seen everything up to that seq. */
  markRead(conversationId: number, seq: number): void;
}

/** How far the person has read: of a conversation the outbox has the latest mark, and no other. */
export function createReadMark({ entries, chat, wake }: EditorParts): ReadMark {
  const standing = (conversationId: number): number => {
    const { conversations, userId } = chat();
    const receipts = conversations.get(conversationId)?.conversation.receipts ?? [];
    return receiptOf(receipts, userId)?.readSeq ?? 0;
  };
  return {
    markRead(conversationId, seq) {
      const id = `read ${conversationId}`;
      const before = entries.list().find((entry) => entry.id === id);
      const marked = before?.kind === 'read' ? before.seq : 0;
      if (seq <= Math.max(standing(conversationId), marked)) return;
      void entries.change({ do: 'add', entry: { ...newEntry(conversationId, id), kind: 'read', seq } });
      wake();
    },
  };
}
