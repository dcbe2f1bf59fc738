import { ChatError } from '@vibe/chat';
import { publicProcedure } from './public-procedure.ts';

/** For what reads or sets the refresh token's cookie. Adds `ctx.cookies`. Errors: `WRONG_TRANSPORT` over a socket. */
export const cookieProcedure = publicProcedure.use(({ ctx, next }) => {
  const { cookies } = ctx;
  if (!cookies) throw new ChatError('WRONG_TRANSPORT', 'Sign in over HTTP: a socket cannot set a cookie.');
  return next({ ctx: { cookies } });
});

/** For what needs a password. Errors: `FORBIDDEN` where the host platform says who people are. */
export const passwordProcedure = cookieProcedure.use(({ ctx, next }) => {
  if (!ctx.hasPasswords)
    throw new ChatError('FORBIDDEN', 'Sign in at the platform that this chat belongs to.');
  ctx.limit('signInsPerAddress', ctx.address);
  return next();
});
