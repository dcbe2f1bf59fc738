import { TypingStreamInput } from '@vibe/contract';
import { streamOf } from '../stream-of.ts';
import { streamProcedure } from '../stream-procedure.ts';

/**
 * Everyone who types now, then the whole set of a conversation whenever it changes. Never stored nor replayed; silent in
 * groups above `limits.typingMembers`.
 *
 * For whoever is signed in, of their conversations; with a `conversationId`, for its members. Errors: `NOT_FOUND`,
 * `RATE_LIMITED` for too many streams.
 */
export const stream = streamProcedure.input(TypingStreamInput).subscription(async ({ ctx, input }) => {
  const typing = await ctx.chat.followTyping(ctx.caller, input, ctx.signal);
  return streamOf(typing, (event) => event);
});
