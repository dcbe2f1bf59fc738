import { SendMessageInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Stores a message, exactly once for its `clientId`: a retry, whenever and from wherever, gets the row that is stored, in
 * its current state. The answer comes after the commit.
 *
 * For members; counted by user. Errors: `NOT_FOUND`, `BLOCKED` by the other person of a direct conversation.
 */
export const send = signedInProcedure.input(SendMessageInput).mutation(({ ctx, input }) => {
  ctx.limit('sendsPerUser', ctx.caller.userId);
  return ctx.chat.sendMessage(ctx.caller, input);
});
