import type { Message, SendMessageInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { blocked, notFound } from '../chat-error.ts';

/**
 * Stores a message exactly once: sending it again under its `clientId`, whenever and from wherever, gives the row that
 * was stored the first time, as it is now. @throws `NOT_FOUND`, `BLOCKED`, `BUSY`
 */
export async function sendMessage(deps: ChatDeps, caller: Caller, input: SendMessageInput): Promise<Message> {
  const outcome = await deps.sends.write({ ...input, senderId: caller.userId });
  switch (outcome.outcome) {
    case 'stored':
      return outcome.message;
    case 'blocked':
      throw blocked();
    case 'notFound':
      throw notFound('conversation');
  }
}
