import { ChangePasswordInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Sets a new password, and ends the caller's other sessions.
 *
 * For whoever is signed in and knows the current password; tries are counted by address. Errors: `WRONG_CREDENTIALS`.
 */
export const changePassword = signedInProcedure
  .input(ChangePasswordInput)
  .mutation(async ({ ctx, input }) => {
    ctx.limit('signInsPerAddress', ctx.address);
    await ctx.chat.changePassword(ctx.caller, input);
  });
