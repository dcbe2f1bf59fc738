import { ListActiveUsersInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * People who are online or away now, by id, as far as the contact policy shows them.
 *
 * For whoever is signed in.
 */
export const listActive = signedInProcedure
  .input(ListActiveUsersInput)
  .query(({ ctx, input }) => ctx.chat.listActiveUsers(ctx.caller, input));
