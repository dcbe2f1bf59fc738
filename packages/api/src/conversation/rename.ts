import { RenameConversationInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Renames a group; its history tells.
 *
 * For the group's admins and owners. Errors: `NOT_FOUND`, `FORBIDDEN`.
 */
export const rename = signedInProcedure
  .input(RenameConversationInput)
  .mutation(({ ctx, input }) => ctx.chat.renameConversation(ctx.caller, input));
