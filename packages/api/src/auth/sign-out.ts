import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Ends the caller's session: its tokens, its sockets and its streams, at once.
 *
 * For whoever is signed in.
 */
export const signOut = signedInProcedure.mutation(async ({ ctx }) => {
  await ctx.chat.signOut(ctx.caller);
  ctx.cookies?.clear();
});
