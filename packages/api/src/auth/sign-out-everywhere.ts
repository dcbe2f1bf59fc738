import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Ends all sessions of the caller, this one too.
 *
 * For whoever is signed in.
 */
export const signOutEverywhere = signedInProcedure.mutation(async ({ ctx }) => {
  await ctx.chat.signOutEverywhere(ctx.caller);
  ctx.cookies?.clear();
});
