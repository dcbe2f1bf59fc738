import { SetTypingInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Tells the others that the caller types, or stopped. It ends by itself after `limits.typingExpiryMs`, and is silent in
 * groups above `limits.typingMembers`.
 *
 * For members; counted by user. Errors: `NOT_FOUND`, `BLOCKED` by the other person of a direct conversation.
 */
export const set = signedInProcedure.input(SetTypingInput).mutation(async ({ ctx, input }) => {
  ctx.limit('typingPerUser', ctx.caller.userId);
  await ctx.chat.setTyping(ctx.caller, input);
});
