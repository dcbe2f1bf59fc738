import { SetRoleInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Gives a member of a group another role.
 *
 * For the group's owners. Errors: `NOT_FOUND`, `FORBIDDEN`, `LAST_OWNER`.
 */
export const setRole = signedInProcedure
  .input(SetRoleInput)
  .mutation(({ ctx, input }) => ctx.chat.setRole(ctx.caller, input));
