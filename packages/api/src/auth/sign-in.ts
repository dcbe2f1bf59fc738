import { SignInInput } from '@vibe/contract';
import { passwordProcedure } from '../cookie-procedure.ts';

/**
 * Opens a session: the answer has its access token, an HttpOnly cookie has its refresh token.
 *
 * Open to everyone, over HTTP; tries are counted by address and by email. Errors: `WRONG_CREDENTIALS`, `FORBIDDEN` where
 * the host platform says who people are.
 */
export const signIn = passwordProcedure.input(SignInInput).mutation(async ({ ctx, input }) => {
  ctx.limit('signInsPerEmail', input.email.toLowerCase());
  const opened = await ctx.chat.signIn(input, ctx.clientLabel);
  ctx.cookies.set(opened.refreshToken, opened.refreshExpiresAt);
  return opened.signedIn;
});
