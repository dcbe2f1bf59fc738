import { SearchUsersInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * People whose name has the query in it, whatever its case; by name. The contact policy says who is found, and whose email
 * is shown.
 *
 * For whoever is signed in.
 */
export const search = signedInProcedure
  .input(SearchUsersInput)
  .query(({ ctx, input }) => ctx.chat.searchUsers(ctx.caller, input));
