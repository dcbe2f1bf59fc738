import { type Action, can, type Message } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { forbidden, notFound } from '../chat-error.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { LockedConversation } from '../ports/conversation-store.ts';

/**
 * Runs a rule on a message under its conversation's lock. Who may not even see the message is told that it does not
 * exist; who may see it, but lacks the right, is told so. @throws `NOT_FOUND`, `FORBIDDEN`
 */
export async function changeMessage(
  deps: ChatDeps,
  caller: Caller,
  messageId: number,
  action: Extract<Action, `message.${string}`>,
  rule: (conversation: LockedConversation, message: Message) => Promise<Message>,
): Promise<Message> {
  const conversationId = await deps.messages.conversationOf(messageId);
  if (conversationId === null) throw notFound('message');
  const { result } = await changeConversation(deps, caller.userId, conversationId, async (held) => {
    const { conversation, head, membership } = held;
    const message = await conversation.message(messageId, membership?.visibleFromSeq ?? 0);
    if (!message) throw notFound('message');
    if (!can(caller, action, { conversation: head, membership, message })) {
      throw membership ? forbidden('This is not your message to change.') : notFound('message');
    }
    return rule(conversation, message);
  });
  return result;
}
