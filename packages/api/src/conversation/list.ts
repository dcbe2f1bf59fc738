import { ListConversationsInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * The caller's conversations, latest activity first: preview, exact unread count, participants' summary, and the cursor
 * from which a first stream misses nothing.
 *
 * For whoever is signed in.
 */
export const list = signedInProcedure
  .input(ListConversationsInput)
  .query(({ ctx, input }) => ctx.chat.listConversations(ctx.caller, input));
