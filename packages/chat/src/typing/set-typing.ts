import { limits, type SetTypingInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** Tells the others that the caller types, or stopped. It expires by itself; large groups do not show it. @throws `NOT_FOUND` */
export async function setTyping(deps: ChatDeps, caller: Caller, input: SetTypingInput): Promise<void> {
  const { conversationId, isTyping } = input;
  const participantCount = await deps.conversations.participantCount(caller.userId, conversationId);
  if (participantCount === null) throw notFound('conversation');
  if (participantCount > limits.typingMembers) return;
  deps.bus.publish({ topic: 'typing', conversationId, userId: caller.userId, isTyping });
}
