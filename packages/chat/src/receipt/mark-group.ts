import type { Bus } from '../ports/bus.ts';
import type { Mark, MarkResult, ReceiptStore } from '../ports/receipt-store.ts';

/** Raises marks in one commit and rings the bus once for each conversation in which somebody came further. */
export async function markGroup(
  deps: { receipts: ReceiptStore; bus: Bus },
  marks: Mark[],
): Promise<(MarkResult | null)[]> {
  const results = await deps.receipts.mark(marks);
  const advanced = results.flatMap((result) => (result?.isAdvanced ? [result] : []));
  for (const [conversationId, those] of Map.groupBy(advanced, ({ receipt }) => receipt.conversationId)) {
    // All of one write have seen the same; should they not, the latest is what nobody is shown too soon.
    const latest = those.reduce((one, other) =>
      other.conversationVersion > one.conversationVersion ? other : one,
    );
    deps.bus.publish({
      topic: 'receipts',
      conversationId,
      receipts: those.map(({ receipt }) => receipt),
      conversationVersion: latest.conversationVersion,
      participantCount: latest.participantCount,
    });
  }
  return results;
}
