import { can, type Participant, type SetRoleInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { ChatError, notFound } from '../chat-error.ts';
import type { LockedConversation } from '../ports/conversation-store.ts';
import { changeConversation, participantIn } from './change-conversation.ts';
import { refuse } from './refuse.ts';

/**
 * Gives a member of a group another role; the role they have already changes nothing.
 * @throws `NOT_FOUND` (the group, or the member), `FORBIDDEN`, `LAST_OWNER` when nobody would own the group
 */
export async function setRole(deps: ChatDeps, caller: Caller, input: SetRoleInput): Promise<Participant> {
  const { userId, role } = input;
  const { result, changes } = await changeConversation(
    deps,
    caller.userId,
    input.conversationId,
    async (held) => {
      const { conversation, head, membership } = held;
      if (!can(caller, 'participant.setRole', { conversation: head, membership }))
        throw refuse(held, 'set roles');
      const target = await conversation.membership(userId);
      if (!target) throw notFound('participant');
      if (target.role === role) return target;
      if (target.role === 'owner') await requireAnotherOwner(conversation, userId);
      await conversation.setRole(userId, role);
      await conversation.announce(caller.userId, { type: 'participant.roleChanged', userId, role });
      return null;
    },
  );
  return result ?? participantIn(changes, userId);
}

async function requireAnotherOwner(conversation: LockedConversation, userId: number): Promise<void> {
  const members = await conversation.members();
  if (members.some((member) => member.role === 'owner' && member.userId !== userId)) return;
  throw new ChatError('LAST_OWNER', 'Make somebody else an owner first: a group needs one.');
}
