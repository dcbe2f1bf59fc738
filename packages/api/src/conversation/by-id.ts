import { ConversationByIdInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * One conversation with all its participants, and the cursor at which it is valid.
 *
 * For members. Errors: `NOT_FOUND`.
 */
export const byId = signedInProcedure
  .input(ConversationByIdInput)
  .query(({ ctx, input }) => ctx.chat.conversationById(ctx.caller, input));
