import { limits, type SetTypingInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { blocked, notFound } from '../chat-error.ts';

/**
 * Tells the others that the caller types, or stopped. It expires by itself; large groups do not show it.
 * @throws `NOT_FOUND`, `BLOCKED` by the other person of a direct conversation
 */
export async function setTyping(deps: ChatDeps, caller: Caller, input: SetTypingInput): Promise<void> {
  const { conversationId, isTyping } = input;
  const standing = await deps.conversations.standing(caller.userId, conversationId);
  if (!standing) throw notFound('conversation');
  if (standing.isBlocked) throw blocked();
  if (standing.participantCount > limits.typingMembers) return;
  deps.bus.publish({ topic: 'typing', conversationId, userId: caller.userId, isTyping });
}
