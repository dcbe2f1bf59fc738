import { ListReceiptsInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * How far each active member got, by user id. In groups above `limits.receiptStreamMembers` this is the only way to know.
 *
 * For members. Errors: `NOT_FOUND`.
 */
export const list = signedInProcedure
  .input(ListReceiptsInput)
  .query(({ ctx, input }) => ctx.chat.listReceipts(ctx.caller, input));
