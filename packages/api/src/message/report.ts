import { ReportMessageInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Puts a message, as it is now, on the list that platform admins see. Reporting it again keeps the first report.
 *
 * For members who may see it. Errors: `NOT_FOUND`.
 */
export const report = signedInProcedure
  .input(ReportMessageInput)
  .mutation(({ ctx, input }) => ctx.chat.reportMessage(ctx.caller, input));
