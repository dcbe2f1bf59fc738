import { StreamInput } from '@vibe/contract';
import { durableEvents } from '../durable-events.ts';
import { streamProcedure } from '../stream-procedure.ts';

/**
 * Conversations, memberships, the caller's own preferences, and people, as they change. `ready`, the replay from the cursor, `caughtUp`, then live, each with the cursor to resume from.
 *
 * For whoever is signed in, of what they may see, what they join later too; with a `conversationId`, for its members.
 * Errors: `NOT_FOUND`, `RATE_LIMITED` for too many streams.
 */
export const stream = streamProcedure.input(StreamInput).subscription(async ({ ctx, input }) => {
  const changes = await ctx.chat.followChanges(ctx.caller, 'conversation', input, ctx.signal);
  return durableEvents('conversation', changes);
});
