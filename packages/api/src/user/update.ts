import { UpdateProfileInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Changes the caller's own name or picture. A field that is left out stays as it is.
 *
 * For whoever is signed in.
 */
export const update = signedInProcedure
  .input(UpdateProfileInput)
  .mutation(({ ctx, input }) => ctx.chat.updateProfile(ctx.caller, input));
