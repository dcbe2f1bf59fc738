import type { Receipt } from '@vibe/contract';

interface HeldReceipt {
  receipt: Receipt;
  participantCount: number;
  /** What its writer saw: it is not shown before the hub has got there. */
  conversationVersion: number;
}

const progress = ({ deliveredSeq, readSeq }: Receipt): number => deliveredSeq + readSeq;

/** Receipts that speak of what the hub has not told yet: the furthest one of each member. */
export class HeldReceipts {
  readonly #byUser = new Map<number, HeldReceipt>();

  hold(held: HeldReceipt): void {
    const other = this.#byUser.get(held.receipt.userId);
    if (!other || progress(other.receipt) <= progress(held.receipt)) {
      this.#byUser.set(held.receipt.userId, held);
    }
  }

  /** Takes out those whose version has been reached. */
  release(version: number): HeldReceipt[] {
    const released = [...this.#byUser.values()].filter((held) => held.conversationVersion <= version);
    for (const { receipt } of released) this.#byUser.delete(receipt.userId);
    return released;
  }
}
