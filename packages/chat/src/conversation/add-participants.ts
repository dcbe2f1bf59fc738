import { type AddParticipantsInput, can, limits, type Participant } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { ChatError } from '../chat-error.ts';
import { changeConversation, participantIn } from './change-conversation.ts';
import { reachable, requireAll } from './reachable.ts';
import { refuse } from './refuse.ts';

/**
 * Adds people to a group, and answers with all of their memberships; who is a member already stays as they are.
 * @throws `NOT_FOUND` (the group, or a person), `FORBIDDEN`, `GROUP_FULL`
 */
export async function addParticipants(
  deps: ChatDeps,
  caller: Caller,
  input: AddParticipantsInput,
): Promise<Participant[]> {
  const userIds = [...new Set(input.userIds)];
  // Before the lock: inside it, the embedded database has no second connection to ask.
  const reachableIds = await reachable(deps, caller, userIds);
  const { result, changes } = await changeConversation(
    deps,
    caller.userId,
    input.conversationId,
    async (held) => {
      const { conversation, head, membership } = held;
      if (!can(caller, 'participant.add', { conversation: head, membership }))
        throw refuse(held, 'add people');
      const members = new Map((await conversation.members()).map((member) => [member.userId, member]));
      const newcomers = userIds.filter((userId) => !members.has(userId));
      requireAll(newcomers, reachableIds);
      if (conversation.participantCount + newcomers.length > limits.groupMembers) {
        throw new ChatError('GROUP_FULL', `A group has at most ${limits.groupMembers} members.`);
      }
      if (newcomers.length > 0) {
        await conversation.admit(newcomers, 'member');
        await conversation.announce(caller.userId, { type: 'participants.added', userIds: newcomers });
      }
      return members;
    },
  );
  return userIds.map((userId) => result.get(userId) ?? participantIn(changes, userId));
}
