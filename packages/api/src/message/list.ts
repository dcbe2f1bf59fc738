import { ListMessagesInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * One page of a conversation's messages, ascending: the latest, or those `before`, `after` or `around` a seq.
 *
 * For members, as far back as they may see. Errors: `NOT_FOUND`.
 */
export const list = signedInProcedure
  .input(ListMessagesInput)
  .query(({ ctx, input }) => ctx.chat.listMessages(ctx.caller, input));
