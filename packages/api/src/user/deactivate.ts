import { DeactivateUserInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Ends a person's sessions and streams, and keeps them from signing in. What they wrote stays. Idempotent.
 *
 * For platform admins, and services with `users:write`. Errors: `FORBIDDEN`, `NOT_FOUND`.
 */
export const deactivate = signedInProcedure
  .input(DeactivateUserInput)
  .mutation(({ ctx, input }) => ctx.chat.deactivateUser(ctx.caller, input));
