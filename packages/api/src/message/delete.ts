import { DeleteMessageInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Leaves a tombstone in a message's place: the row stays, the content goes. Deleting again answers with the tombstone.
 *
 * For its sender, the group's admins and owners, and platform admins. Errors: `NOT_FOUND`, `FORBIDDEN`.
 */
export const deleteMessage = signedInProcedure
  .input(DeleteMessageInput)
  .mutation(({ ctx, input }) => ctx.chat.deleteMessage(ctx.caller, input));
