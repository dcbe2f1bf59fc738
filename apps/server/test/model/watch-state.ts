import type { ChatSync, ConversationState, SyncState } from '@vibe/client';
import type { Receipt } from '@vibe/contract';

/** Looks at every state that a screen would have shown, and writes down what none of them may show. */
export function watchState(sync: ChatSync, violations: string[]): void {
  let before = new Map<number, ConversationState>();
  let loaded: SyncState['me'] = null;
  sync.subscribe(() => {
    const { me, chat } = sync.getState();
    const { conversations, userId } = chat;
    // A load of everything puts an answer in the place of all that is known, which may be newer: the stream tells it again.
    if (me !== loaded) before.clear();
    loaded = me;
    for (const [id, known] of conversations) {
      const earlier = before.get(id);
      if (earlier === known) continue;
      violations.push(...shownTooEarly(known, userId));
      if (earlier && isSameMembership(earlier, known)) violations.push(...fallen(earlier, known));
    }
    before = new Map(conversations);
  });
}

const isSameMembership = ({ conversation: a }: ConversationState, { conversation: b }: ConversationState) =>
  a.membership.joinVersion === b.membership.joinVersion;

/** P17. One's own marks also come as the answer to a call, which waits for nothing. */
const shownTooEarly = ({ conversation }: ConversationState, ownId: number): string[] =>
  conversation.receipts
    .filter(({ userId, deliveredSeq }) => userId !== ownId && deliveredSeq > conversation.lastSeq)
    .map((receipt) => `P17: ${told(receipt)} is shown while the last message is ${conversation.lastSeq}`);

/** P8, and what follows from it. */
function fallen({ conversation: before }: ConversationState, { conversation }: ConversationState): string[] {
  const earlier = new Map(before.receipts.map((receipt) => [receipt.userId, receipt]));
  const fell = conversation.receipts.filter((receipt) => isBelow(receipt, earlier.get(receipt.userId)));
  return [
    ...fell.map((receipt) => `P8: a watermark fell to ${told(receipt)}`),
    ...(conversation.lastSeq < before.lastSeq ? [`lastSeq fell to ${conversation.lastSeq}`] : []),
  ];
}

const isBelow = (receipt: Receipt, earlier: Receipt | undefined): boolean =>
  earlier !== undefined && (receipt.readSeq < earlier.readSeq || receipt.deliveredSeq < earlier.deliveredSeq);

const told = ({ conversationId, userId, deliveredSeq, readSeq }: Receipt): string =>
  `person ${userId} in conversation ${conversationId} at ${deliveredSeq} delivered, ${readSeq} read`;
