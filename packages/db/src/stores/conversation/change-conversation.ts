import type { ConversationStore, LockedConversation } from '@vibe/chat';
import type { PrismaClient } from '../../../generated/client.ts';
import { orBusy } from '../busy.ts';
import { firstRow } from '../first-row.ts';
import { toConversationHead } from '../rows/conversation-head-row.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { lockedMembers } from './locked-members.ts';
import { lockedMessages } from './locked-messages.ts';

/** How long to wait for a connection, and for everything done under the lock. */
const transactionLimits = { maxWait: 2_000, timeout: 10_000 };

export const changeConversation =
  (prisma: PrismaClient): ConversationStore['change'] =>
  (conversationId, work) =>
    orBusy(() =>
      prisma.$transaction(async (tx) => {
        const ledger = await openLedger(tx, conversationId);
        if (!ledger) return null;
        const result = await work(lockedConversation(ledger));
        return { result, changes: await ledger.close() };
      }, transactionLimits),
    );

const lockedConversation = (ledger: Ledger): LockedConversation => ({
  get head() {
    return toConversationHead(ledger.state.head);
  },
  get participantCount() {
    return ledger.state.participantCount;
  },
  async rename(name) {
    const { state } = ledger;
    state.version += 1;
    state.head = { ...state.head, name, stateVersion: state.version };
  },
  async isBlocked(userId) {
    return firstRow(
      await ledger.tx.$queryRaw<{ isBlocked: boolean }[]>`
        SELECT is_blocked(${ledger.state.head.id}, ${userId}) AS "isBlocked"`,
    ).isBlocked;
  },
  ...lockedMembers(ledger),
  ...lockedMessages(ledger),
});
