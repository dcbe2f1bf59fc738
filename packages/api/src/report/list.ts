import { ListReportsInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Messages that were reported, latest first.
 *
 * For platform admins. Errors: `FORBIDDEN`.
 */
export const list = signedInProcedure
  .input(ListReportsInput)
  .query(({ ctx, input }) => ctx.chat.listReports(ctx.caller, input));
