import { toTrpcError } from './errors.ts';
import { t } from './trpc.ts';

/**
 * Open to everyone. It counts the call against its address, and turns a rule's refusal into tRPC's terms.
 *
 * Errors of every procedure: `BAD_INPUT` with the fields and limits, `RATE_LIMITED`, `BUSY`, `INTERNAL`.
 */
export const publicProcedure = t.procedure.use(async ({ ctx, next }) => {
  const end = ctx.begin();
  try {
    await ctx.limit('callsPerAddress', ctx.address);
    const result = await next();
    if (!result.ok) throw result.error;
    return result;
  } catch (cause) {
    throw toTrpcError(cause);
  } finally {
    end();
  }
});
