import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * The caller, and what their token allows.
 *
 * For whoever is signed in.
 */
export const me = signedInProcedure.query(({ ctx }) => ctx.chat.me(ctx.caller));
