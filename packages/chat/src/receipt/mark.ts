import type { MarkReadInput, Receipt } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** Raises the caller's read mark, and the delivered one with it; a mark never falls. @throws `NOT_FOUND` */
export const markRead = (deps: ChatDeps, caller: Caller, input: MarkReadInput): Promise<Receipt> =>
  mark(deps, caller, input, 'read');

/** Raises the caller's delivered mark; it never falls. @throws `NOT_FOUND` */
export const markDelivered = (deps: ChatDeps, caller: Caller, input: MarkReadInput): Promise<Receipt> =>
  mark(deps, caller, input, 'delivered');

async function mark(
  deps: ChatDeps,
  caller: Caller,
  input: MarkReadInput,
  kind: 'read' | 'delivered',
): Promise<Receipt> {
  const done = await deps.receipts.mark(caller.userId, input.conversationId, input.seq, kind);
  if (!done) throw notFound('conversation');
  const { receipt, isAdvanced, conversationVersion, participantCount } = done;
  if (isAdvanced) deps.bus.publish({ topic: 'receipt', receipt, conversationVersion, participantCount });
  return receipt;
}
