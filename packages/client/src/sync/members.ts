import { limits, type Receipt, type ReceiptPage } from '@vibe/contract';
import type { ChatApi } from '../api.ts';
import { foldConversation } from '../folds/fold-conversation.ts';
import { foldReceipts } from '../folds/fold-receipt.ts';
import { absorbAbsence, joinVersionIn } from './absorb-absence.ts';
import type { SyncContext } from './sync-context.ts';

/** What a group's summary leaves out. */
export interface Members {
  /**
   * Loads all members and their receipts: `hasAllParticipants` is true then, and stays so until the conversation is told
   * anew, which may be after any break of the connection. Whoever shows them all calls it again where it is false.
   */
  loadMembers(conversationId: number): Promise<void>;
  /**
   * Loads how far everybody got, where it is not streamed: above `limits.receiptStreamMembers`. It is as of now, and does not
   * follow.
   */
  fetchReceipts(conversationId: number): Promise<void>;
}

export function createMembers(context: SyncContext): Members {
  const { api, store } = context;

  return {
    async loadMembers(conversationId) {
      const joinVersion = joinVersionIn(store.getState().chat, conversationId);
      await context
        .askOnce(
          `members ${conversationId}`,
          () => api.conversation.byId.query({ conversationId }),
          // Not as `fetched`: that would end a staleness which the messages still have.
          (chat, { conversation }) => foldConversation(chat, conversation, 'listed'),
        )
        .catch(absorbAbsence(context, conversationId, joinVersion));
    },
    async fetchReceipts(conversationId) {
      const joinVersion = joinVersionIn(store.getState().chat, conversationId);
      await context
        .askOnce(
          `receipts ${conversationId} ${joinVersion}`,
          () => listReceipts(api, conversationId),
          (chat, receipts) => {
            if (joinVersionIn(chat, conversationId) !== joinVersion) return chat;
            return foldReceipts(chat, conversationId, receipts);
          },
        )
        .catch(absorbAbsence(context, conversationId, joinVersion));
    },
  };
}

/** All pages; of a group that somehow has more members than a group may, as many as it may. */
async function listReceipts(api: ChatApi, conversationId: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  let after: number | null = 0;
  while (after !== null && receipts.length < limits.groupMembers) {
    const page: ReceiptPage = await api.receipt.list.query({
      conversationId,
      after,
      limit: limits.pageRows,
    });
    receipts.push(...page.receipts);
    after = page.nextUserId;
  }
  return receipts;
}
