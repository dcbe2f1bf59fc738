import type { ConversationSnapshot } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** One conversation with all its participants. @throws `NOT_FOUND` */
export async function conversationById(
  deps: ChatDeps,
  caller: Caller,
  { conversationId }: { conversationId: number },
): Promise<ConversationSnapshot> {
  const snapshot = await deps.conversations.byId(caller.userId, conversationId);
  if (!snapshot) throw notFound('conversation');
  return snapshot;
}
