import { EditMessageInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Replaces a message's content.
 *
 * For its sender, while a member; counted as a send. Errors: `NOT_FOUND`, `FORBIDDEN`, `BLOCKED` by the other person of a
 * direct conversation, `CONFLICT` when it was deleted, or changed after the
 * `version` given.
 */
export const edit = signedInProcedure.input(EditMessageInput).mutation(({ ctx, input }) => {
  ctx.limit('sendsPerUser', ctx.caller.userId);
  return ctx.chat.editMessage(ctx.caller, input);
});
