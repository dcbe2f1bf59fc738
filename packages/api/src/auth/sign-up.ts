import { SignUpInput } from '@vibe/contract';
import { passwordProcedure } from '../cookie-procedure.ts';

/**
 * Makes a new person with a password, and signs them in as `auth.signIn` does.
 *
 * Open to everyone, over HTTP. Errors: `EMAIL_TAKEN`, `FORBIDDEN` where the host platform says who people are.
 */
export const signUp = passwordProcedure.input(SignUpInput).mutation(async ({ ctx, input }) => {
  const opened = await ctx.chat.signUp(input, ctx.clientLabel);
  ctx.cookies.set(opened.refreshToken, opened.refreshExpiresAt);
  return opened.signedIn;
});
