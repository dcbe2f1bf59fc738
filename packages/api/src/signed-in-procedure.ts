import { ChatError } from '@vibe/chat';
import { publicProcedure } from './public-procedure.ts';

/** For callers with a good access token. Adds `ctx.caller`. Errors: `UNAUTHENTICATED`. */
export const signedInProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const caller = await ctx.authenticate();
  if (!caller) throw new ChatError('UNAUTHENTICATED', 'Sign in first.');
  await ctx.limit('callsPerUser', caller.userId);
  return next({ ctx: { caller } });
});
