import { MessageByIdInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * One message, and everyone whom it names.
 *
 * For members who may see it. Errors: `NOT_FOUND`.
 */
export const byId = signedInProcedure
  .input(MessageByIdInput)
  .query(({ ctx, input }) => ctx.chat.messageById(ctx.caller, input));
