import { BlockUserInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Keeps a person from writing to the caller directly: their sends, edits and typing answer `BLOCKED` there. Groups know
 * no blocks. Idempotent.
 *
 * For whoever is signed in, not for oneself. Errors: `NOT_FOUND`, `CONFLICT` for oneself.
 */
export const block = signedInProcedure
  .input(BlockUserInput)
  .mutation(({ ctx, input }) => ctx.chat.blockUser(ctx.caller, input));
