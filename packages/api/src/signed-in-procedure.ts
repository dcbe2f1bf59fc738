import { ChatError } from '@vibe/chat';
import { countedCall } from './counted-call.ts';
import { t } from './trpc.ts';

/**
 * As `publicProcedure`, for callers with a good access token. Adds `ctx.caller`. Errors: `UNAUTHENTICATED`.
 *
 * It does not build on the other: tRPC copies the context for each middleware, which is a quarter of what a call costs in it.
 */
export const signedInProcedure = t.procedure.use(({ ctx, next }) =>
  countedCall(ctx, async () => {
    const caller = await ctx.authenticate();
    if (!caller) throw new ChatError('UNAUTHENTICATED', 'Sign in first.');
    ctx.limit('callsPerUser', caller.userId);
    return next({ ctx: { caller } });
  }),
);
