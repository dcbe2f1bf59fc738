import { PresenceStreamInput } from '@vibe/contract';
import { streamOf } from '../stream-of.ts';
import { streamProcedure } from '../stream-procedure.ts';

/**
 * How the given people are now, then their changes in batches. Never stored nor replayed. Who shares no conversation with
 * the caller is left out.
 *
 * For whoever is signed in. Errors: `RATE_LIMITED` for too many streams.
 */
export const stream = streamProcedure.input(PresenceStreamInput).subscription(async ({ ctx, input }) => {
  const presence = await ctx.chat.followPresence(ctx.caller, input, ctx.signal);
  return streamOf(presence, (event) => event);
});
