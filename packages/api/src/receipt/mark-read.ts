import { MarkReadInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Raises the caller's read mark to `seq`, and the delivered one with it. Marks never fall, nor pass the conversation's end.
 *
 * For members. Errors: `NOT_FOUND`.
 */
export const markRead = signedInProcedure
  .input(MarkReadInput)
  .mutation(({ ctx, input }) => ctx.chat.markRead(ctx.caller, input));
