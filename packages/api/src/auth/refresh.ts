import { cookieProcedure } from '../cookie-procedure.ts';

/**
 * A new access token for the session that the cookie names; the cookie gets the refresh token's successor. The same
 * cookie gets the same successor for 30 s, since answers get lost and tabs race; later it ends the session.
 *
 * Whoever has the cookie, over HTTP. Errors: `UNAUTHENTICATED`. The cookie stays then: a late answer must not take away
 * what a new sign-in has set meanwhile.
 */
export const refresh = cookieProcedure.mutation(async ({ ctx }) => {
  const opened = await ctx.chat.refresh(ctx.cookies.read());
  ctx.cookies.set(opened.refreshToken, opened.refreshExpiresAt);
  return opened.signedIn;
});
