import { SetPreferenceInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Mutes, pins or archives a conversation for the caller alone. A field that is left out stays as it is.
 *
 * For members. Errors: `NOT_FOUND`.
 */
export const setPreference = signedInProcedure
  .input(SetPreferenceInput)
  .mutation(({ ctx, input }) => ctx.chat.setPreference(ctx.caller, input));
