import { UpsertUserInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Makes or changes a host platform's person, by issuer and externalId. Idempotent; it also ends a deactivation.
 *
 * For platform admins, and services with `users:write`. Errors: `FORBIDDEN`.
 */
export const upsert = signedInProcedure
  .input(UpsertUserInput)
  .mutation(({ ctx, input }) => ctx.chat.upsertUser(ctx.caller, input));
