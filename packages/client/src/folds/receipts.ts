import type { Receipt } from '@vibe/contract';

/** Watermarks only rise, each with the time that belongs to it. */
function mergeReceipt(known: Receipt, told: Receipt): Receipt {
  const isDelivered = told.deliveredSeq > known.deliveredSeq;
  const isRead = told.readSeq > known.readSeq;
  if (!isDelivered && !isRead) return known;
  return {
    ...known,
    ...(isDelivered && { deliveredSeq: told.deliveredSeq, deliveredAt: told.deliveredAt }),
    ...(isRead && { readSeq: told.readSeq, readAt: told.readAt }),
  };
}

/** By user id, as lists have them. The same array where nothing rose. */
export function mergeReceipts(known: Receipt[], told: readonly Receipt[]): Receipt[] {
  const byUser = new Map(known.map((receipt) => [receipt.userId, receipt]));
  let isSame = true;
  for (const receipt of told) {
    const before = byUser.get(receipt.userId);
    const after = before ? mergeReceipt(before, receipt) : receipt;
    isSame &&= before === after;
    byUser.set(receipt.userId, after);
  }
  return isSame ? known : [...byUser.values()].sort((a, b) => a.userId - b.userId);
}
