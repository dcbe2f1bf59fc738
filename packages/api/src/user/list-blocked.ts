import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Whom the caller blocks, the latest first.
 *
 * For whoever is signed in.
 */
export const listBlocked = signedInProcedure.query(({ ctx }) => ctx.chat.listBlockedUsers(ctx.caller));
