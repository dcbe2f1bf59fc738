import { MarkDeliveredInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Raises the caller's delivered mark to `seq`. It never falls, nor passes the conversation's end.
 *
 * For members. Errors: `NOT_FOUND`.
 */
export const markDelivered = signedInProcedure
  .input(MarkDeliveredInput)
  .mutation(({ ctx, input }) => ctx.chat.markDelivered(ctx.caller, input));
