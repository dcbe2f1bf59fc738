import { UserByIdInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * One person. `email` is null where the caller may not see it.
 *
 * For whoever is signed in. Errors: `NOT_FOUND`.
 */
export const byId = signedInProcedure
  .input(UserByIdInput)
  .query(({ ctx, input }) => ctx.chat.userById(ctx.caller, input));
