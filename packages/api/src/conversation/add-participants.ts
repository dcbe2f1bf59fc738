import { AddParticipantsInput } from '@vibe/contract';
import { signedInProcedure } from '../signed-in-procedure.ts';

/**
 * Adds people to a group, and answers with their memberships. Who is a member already stays as they are.
 *
 * For the group's admins and owners. Errors: `NOT_FOUND` for the group or a person, `FORBIDDEN`, `GROUP_FULL`.
 */
export const addParticipants = signedInProcedure
  .input(AddParticipantsInput)
  .mutation(({ ctx, input }) => ctx.chat.addParticipants(ctx.caller, input));
