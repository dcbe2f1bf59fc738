import { countedCall } from './counted-call.ts';
import { t } from './trpc.ts';

/**
 * Open to everyone. It counts the call against its address, and turns a rule's refusal into tRPC's terms.
 *
 * Errors of every procedure: `BAD_INPUT` with the fields and limits, `RATE_LIMITED`, `BUSY`, `INTERNAL`.
 */
export const publicProcedure = t.procedure.use(({ ctx, next }) => countedCall(ctx, next));
