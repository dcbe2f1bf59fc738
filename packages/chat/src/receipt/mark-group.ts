import type { Bus } from '../ports/bus.ts';
import type { Mark, MarkResult, ReceiptStore } from '../ports/receipt-store.ts';

/** Raises marks in one commit and rings the bus once for each member who came further. */
export async function markGroup(
  deps: { receipts: ReceiptStore; bus: Bus },
  marks: Mark[],
): Promise<(MarkResult | null)[]> {
  const results = await deps.receipts.mark(marks);
  for (const result of results) {
    if (!result?.isAdvanced) continue;
    const { receipt, conversationVersion, participantCount } = result;
    deps.bus.publish({ topic: 'receipt', receipt, conversationVersion, participantCount });
  }
  return results;
}
