import { can, type Participant, type RemoveParticipantInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { ChatError, notFound } from '../chat-error.ts';
import { changeConversation, participantIn } from './change-conversation.ts';
import { handOver } from './hand-over.ts';
import { refuse } from './refuse.ts';

/**
 * Removes somebody from a group; from then on they receive nothing of it. Oneself leaves by `leaveConversation`.
 * @throws `NOT_FOUND` (the group, or the member), `FORBIDDEN`, `CONFLICT` for oneself
 */
export async function removeParticipant(
  deps: ChatDeps,
  caller: Caller,
  input: RemoveParticipantInput,
): Promise<Participant> {
  const { changes } = await changeConversation(deps, caller.userId, input.conversationId, async (held) => {
    const { conversation, head, membership } = held;
    const target = await conversation.membership(input.userId);
    const resource = { conversation: head, membership, ...(target && { target }) };
    if (!can(caller, 'participant.remove', resource)) {
      throw membership && !target ? notFound('participant') : refuse(held, 'remove this person');
    }
    if (!target) throw notFound('participant');
    if (target.userId === caller.userId) throw new ChatError('CONFLICT', 'To go yourself, leave the group.');
    await conversation.remove(target.userId);
    const newOwnerId = await handOver(conversation, target);
    await conversation.announce(caller.userId, {
      type: 'participant.removed',
      userId: target.userId,
      newOwnerId,
    });
  });
  return participantIn(changes, input.userId);
}
