import type { Message, SendMessageInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { blocked, notFound } from '../chat-error.ts';
import { publishChanges } from '../conversation/change-conversation.ts';

/**
 * Stores a message exactly once: sending it again under its `clientId`, whenever and from wherever, gives the row that
 * was stored the first time, as it is now. @throws `NOT_FOUND`, `BLOCKED`, `BUSY`
 */
export async function sendMessage(deps: ChatDeps, caller: Caller, input: SendMessageInput): Promise<Message> {
  const [outcome] = await deps.messages.send([{ ...input, senderId: caller.userId }]);
  if (outcome?.outcome === 'blocked') throw blocked();
  if (outcome?.outcome !== 'stored') throw notFound('conversation');
  if (outcome.change) publishChanges(deps, input.conversationId, [outcome.change]);
  return outcome.message;
}
