import { StreamInput } from '@vibe/contract';
import { durableEvents } from '../durable-events.ts';
import { streamProcedure } from '../stream-procedure.ts';

/**
 * `message.stream`, `receipt.stream` and `conversation.stream` as one, in one order under one cursor. `ready`, the replay from the cursor, `caughtUp`, then live, each with the cursor to resume from.
 *
 * For whoever is signed in, of what they may see, what they join later too; with a `conversationId`, for its members.
 * Errors: `NOT_FOUND`, `RATE_LIMITED` for too many streams.
 */
export const stream = streamProcedure.input(StreamInput).subscription(async ({ ctx, input }) => {
  const changes = await ctx.chat.followChanges(ctx.caller, 'sync', input, ctx.signal);
  return durableEvents('sync', changes);
});
