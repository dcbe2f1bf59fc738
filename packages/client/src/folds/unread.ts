import type { Message } from '@vibe/contract';

/** What the count is made of. */
export interface Unread {
  readonly lastSeq: number;
  readonly readSeq: number;
  /** The seqs after `readSeq` that do not count, ascending; null when they are too many to be listed. */
  readonly uncountedSeqs: number[] | null;
  readonly unreadCount: number;
  /** The count can no longer be worked out. */
  readonly isStale: boolean;
}

/** Tombstones and own messages are not unread. */
export const isUncounted = (message: Message, ownId: number): boolean =>
  message.senderId === ownId || message.deletedAt !== null;

const listed = (unread: Unread, seqs: Iterable<number>): Unread => {
  const uncountedSeqs = [...new Set(seqs)].filter((seq) => seq > unread.readSeq).sort((a, b) => a - b);
  const counted = unread.lastSeq - unread.readSeq;
  const without = uncountedSeqs.filter((seq) => seq <= unread.lastSeq).length;
  return { ...unread, uncountedSeqs, unreadCount: Math.max(0, counted - without) };
};

/**
 * The count with one message more, or one changed. `isCounted`: the count is known to have it in already, which is what
 * matters where the uncounted ones are not listed.
 */
export function countMessage(unread: Unread, message: Message, ownId: number, isCounted: boolean): Unread {
  const { seq } = message;
  const isFree = isUncounted(message, ownId) && seq > unread.readSeq;
  const lastSeq = Math.max(unread.lastSeq, seq);
  if (unread.uncountedSeqs) {
    if (lastSeq === unread.lastSeq && (!isFree || unread.uncountedSeqs.includes(seq))) return unread;
    return listed({ ...unread, lastSeq }, isFree ? [...unread.uncountedSeqs, seq] : unread.uncountedSeqs);
  }
  if (seq <= unread.lastSeq) return isFree && !isCounted ? { ...unread, isStale: true } : unread;
  const added = lastSeq - Math.max(unread.lastSeq, unread.readSeq) - (isFree ? 1 : 0);
  return { ...unread, lastSeq, unreadCount: unread.unreadCount + Math.max(0, added) };
}

/** The count after the person read up to `readSeq`. */
export function countRead(unread: Unread, readSeq: number): Unread {
  if (readSeq <= unread.readSeq) return unread;
  const read = { ...unread, readSeq };
  if (unread.uncountedSeqs) return listed(read, unread.uncountedSeqs);
  if (readSeq >= unread.lastSeq) return { ...read, uncountedSeqs: [], unreadCount: 0 };
  return { ...read, isStale: true };
}

/** What the server counted at `told`, with what has become known beside it: `seqs` do not count either. */
export function countFetched(
  told: Omit<Unread, 'isStale'>,
  seen: { lastSeq: number; readSeq: number; seqs: readonly number[]; isNewer: boolean },
): Unread {
  const lastSeq = Math.max(told.lastSeq, seen.lastSeq);
  const readSeq = Math.max(told.readSeq, seen.readSeq);
  const merged = { ...told, lastSeq, readSeq, isStale: false };
  if (told.uncountedSeqs) return listed(merged, [...told.uncountedSeqs, ...seen.seqs]);
  if (readSeq >= lastSeq) return { ...merged, uncountedSeqs: [], unreadCount: 0 };
  return { ...merged, isStale: seen.isNewer || readSeq > told.readSeq };
}
