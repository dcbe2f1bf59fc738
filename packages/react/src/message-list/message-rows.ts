import { type PendingChange, type PendingMessage, withChange } from '@vibe/client';
import type { Message } from '@vibe/contract';
import type { RowSource } from './row-facts.ts';

/** A stored message, or an own one on its way: one of the two. */
export interface Row extends RowSource {
  /** The same before and after it is stored. */
  key: string;
  message: Message | null;
  pending: PendingMessage | null;
  /** What was done to the stored one, and is on its way; `message` is as it leaves it. */
  change: PendingChange | null;
}

/** What the list has, by index. Nothing is made but for rows that are asked for. */
export interface MessageRows {
  count: number;
  at(index: number): Row | undefined;
  keyAt(index: number): string;
  contentLengthAt(index: number): number;
  /** The row of that seq, or the nearest one; -1 where there are none. */
  indexOfSeq(seq: number): number;
  /** -1 where it is not among them. */
  indexOfKey(key: string): number;
}

export function createRows(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  ownId: number,
  changes: ReadonlyMap<number, PendingChange> = unchanged,
): MessageRows {
  const count = messages.length + pending.length;
  const pendingAt = (index: number) => pending[index - messages.length];
  const keyAt = (index: number): string => {
    const message = messages[index];
    return message ? keyOf(message) : `${ownId}:${pendingAt(index)?.clientId}`;
  };
  return {
    count,
    keyAt,
    at(index) {
      const message = messages[index];
      if (message) return storedRow(message, changes.get(message.id) ?? null);
      const waiting = pendingAt(index);
      return waiting && pendingRow(waiting, ownId);
    },
    contentLengthAt: (index) => (messages[index] ?? pendingAt(index))?.content?.length ?? 0,
    // Seqs are dense within a run.
    indexOfSeq: (seq) => Math.min(Math.max(0, seq - (messages[0]?.seq ?? 0)), messages.length - 1),
    indexOfKey(key) {
      for (let index = count - 1; index >= 0; index--) if (keyAt(index) === key) return index;
      return -1;
    },
  };
}

const keys = new WeakMap<Message, string>();

/** Made once: it is asked for of every message when one is added. */
function keyOf(message: Message): string {
  const known = keys.get(message);
  if (known !== undefined) return known;
  const key = `${message.senderId}:${message.clientId}`;
  keys.set(message, key);
  return key;
}

const unchanged: ReadonlyMap<number, PendingChange> = new Map();

const storedRow = (message: Message, change: PendingChange | null): Row => ({
  key: keyOf(message),
  senderId: message.senderId,
  createdAt: message.createdAt,
  isLine: message.kind !== 'text',
  seq: message.seq,
  message: withChange(message, change),
  pending: null,
  change,
});

const pendingRow = (pending: PendingMessage, ownId: number): Row => ({
  key: `${ownId}:${pending.clientId}`,
  senderId: ownId,
  createdAt: pending.createdAt,
  isLine: false,
  seq: null,
  message: null,
  pending,
  change: null,
});
