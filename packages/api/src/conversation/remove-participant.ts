import { RemoveParticipantInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Removes a member from a group: delivery to them stops exactly there.
 *
 * For the group's admins (plain members only) and owners, and for platform admins. Errors: `NOT_FOUND`, `FORBIDDEN`,
 * `LAST_OWNER`.
 */
export const removeParticipant = signedInProcedure
  .input(RemoveParticipantInput)
  .mutation(({ ctx, input }) => ctx.chat.removeParticipant(ctx.caller, input));
