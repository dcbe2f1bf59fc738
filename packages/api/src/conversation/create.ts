import { CreateConversationInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Starts a conversation. A direct one is unique for its two people: creating it again answers with the one that is there,
 * however concurrently. A group has its creator as owner. With an `externalKey`, creating again answers with the same one.
 *
 * For whoever is signed in and may contact those people; `externalKey` for services with `conversations:write`. Errors:
 * `NOT_FOUND` for people who do not exist, `FORBIDDEN` for the key, `CONFLICT` for oneself, `BLOCKED`, `GROUP_FULL`.
 */
export const create = signedInProcedure
  .input(CreateConversationInput)
  .mutation(({ ctx, input }) => ctx.chat.createConversation(ctx.caller, input));
