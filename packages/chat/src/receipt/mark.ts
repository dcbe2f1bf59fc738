import type { MarkDeliveredInput, MarkReadInput, Receipt } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';
import type { Mark } from '../ports/receipt-store.ts';

/** Raises the caller's read mark, and the delivered one with it; a mark never falls. @throws `NOT_FOUND`, `BUSY` */
export const markRead = (
  deps: ChatDeps,
  { userId }: Caller,
  { conversationId, seq }: MarkReadInput,
): Promise<Receipt> => mark(deps, { userId, conversationId, deliveredSeq: seq, readSeq: seq });

/** Raises the caller's delivered mark; it never falls. @throws `NOT_FOUND`, `BUSY` */
export const markDelivered = (
  deps: ChatDeps,
  { userId }: Caller,
  { conversationId, seq }: MarkDeliveredInput,
): Promise<Receipt> => mark(deps, { userId, conversationId, deliveredSeq: seq, readSeq: 0 });

async function mark(deps: ChatDeps, item: Mark): Promise<Receipt> {
  const done = await deps.marks.write(item);
  if (!done) throw notFound('conversation');
  return done.receipt;
}
