import { LeaveConversationInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Leaves a group. The last owner hands over to the longest-standing admin, else member.
 *
 * For members of a group. Errors: `NOT_FOUND`, `FORBIDDEN` in a direct conversation.
 */
export const leave = signedInProcedure
  .input(LeaveConversationInput)
  .mutation(({ ctx, input }) => ctx.chat.leaveConversation(ctx.caller, input));
