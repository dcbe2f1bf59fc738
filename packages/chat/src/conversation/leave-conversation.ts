import { can, type Participant } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { changeConversation, participantIn } from './change-conversation.ts';
import { handOver } from './hand-over.ts';
import { refuse } from './refuse.ts';

/** Leaves a group; its last owner hands it over. @throws `NOT_FOUND`, `FORBIDDEN` for a direct conversation */
export async function leaveConversation(
  deps: ChatDeps,
  caller: Caller,
  { conversationId }: { conversationId: number },
): Promise<Participant> {
  const { changes } = await changeConversation(deps, caller.userId, conversationId, async (held) => {
    const { conversation, head, membership } = held;
    if (!membership || !can(caller, 'participant.leave', { conversation: head, membership }))
      throw refuse(held, 'leave');
    await conversation.remove(caller.userId);
    const newOwnerId = await handOver(conversation, membership);
    await conversation.announce(caller.userId, {
      type: 'participant.left',
      userId: caller.userId,
      newOwnerId,
    });
  });
  return participantIn(changes, caller.userId);
}
