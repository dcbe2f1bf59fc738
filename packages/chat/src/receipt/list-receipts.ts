import type { ListReceiptsInput, ReceiptPage } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** How far each active member got, by user id. @throws `NOT_FOUND` */
export async function listReceipts(
  deps: ChatDeps,
  caller: Caller,
  input: ListReceiptsInput,
): Promise<ReceiptPage> {
  const page = await deps.receipts.list(caller.userId, input);
  if (!page) throw notFound('conversation');
  return page;
}
