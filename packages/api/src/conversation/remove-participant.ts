import { RemoveParticipantInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Removes a member from a group: delivery to them stops exactly there.
 *
 * For the group's admins (plain members only) and owners, and for platform admins. Errors: `NOT_FOUND`, `FORBIDDEN`,
 * `CONFLICT` for oneself. The last owner's group is handed over as when they leave.
 */
export const removeParticipant = signedInProcedure
  .input(RemoveParticipantInput)
  .mutation(({ ctx, input }) => ctx.chat.removeParticipant(ctx.caller, input));
