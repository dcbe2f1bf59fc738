import { UnblockUserInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Takes a block back. Idempotent.
 *
 * For whoever is signed in.
 */
export const unblock = signedInProcedure
  .input(UnblockUserInput)
  .mutation(({ ctx, input }) => ctx.chat.unblockUser(ctx.caller, input));
