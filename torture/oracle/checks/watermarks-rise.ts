import type { Check } from '../check.ts';
import type { ReceiptState } from '../truth.ts';

/** P8. No watermark fell, in the database or on a screen, and none is beyond the end. */
export const watermarksRise: Check = (journals, { receiptStates, conversations }) => {
  const ends = new Map(conversations.map(({ id, lastSeq }) => [id, lastSeq]));
  const beyond = receiptStates.filter(
    ({ conversationId, readSeq, deliveredSeq }) =>
      readSeq > deliveredSeq || deliveredSeq > (ends.get(conversationId) ?? 0),
  );
  const shown = journals.of('marks').flatMap(({ person, life, load, conversationId, joinVersion, marks }) =>
    marks.map(([userId, readSeq, deliveredSeq]) => ({
      // Each load of everything, and each membership, begins anew.
      where: `on the screen of person ${person} (life ${life}, load ${load}, joined at ${joinVersion})`,
      state: { conversationId, userId, readSeq, deliveredSeq },
    })),
  );
  return [
    ...beyond.map((state) => `the database had ${told(state)}, of ${ends.get(state.conversationId)}`),
    ...fallen(receiptStates.map((state) => ({ where: 'in the database', state }))),
    ...fallen(shown),
  ];
};

function fallen(marks: readonly { where: string; state: ReceiptState }[]): string[] {
  const last = new Map<string, ReceiptState>();
  return marks.flatMap(({ where, state }) => {
    const key = `${where} ${state.conversationId} ${state.userId}`;
    const before = last.get(key);
    last.set(key, state);
    const fell = before && (state.readSeq < before.readSeq || state.deliveredSeq < before.deliveredSeq);
    return fell ? [`${where} ${told(before)} fell to ${told(state)}`] : [];
  });
}

const told = ({ conversationId, userId, readSeq, deliveredSeq }: ReceiptState): string =>
  `user ${userId} in ${conversationId} at ${readSeq} read, ${deliveredSeq} delivered`;
