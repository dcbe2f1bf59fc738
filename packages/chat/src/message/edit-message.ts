import type { EditMessageInput, Message } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { blocked, ChatError } from '../chat-error.ts';
import { changeMessage } from './change-message.ts';

/**
 * Changes what a message says; the same content again changes nothing. An edit can say anything anew, so it is kept from
 * whoever blocked the sender, as a send is.
 *
 * @throws `NOT_FOUND`, `FORBIDDEN`, `BLOCKED`, `CONFLICT` when it is deleted, or not any more at the version that the edit
 * was made on
 */
export function editMessage(deps: ChatDeps, caller: Caller, input: EditMessageInput): Promise<Message> {
  return changeMessage(deps, caller, input.messageId, 'message.edit', async (conversation, message) => {
    if (message.deletedAt !== null) throw new ChatError('CONFLICT', 'This message was deleted.');
    if (message.content === input.content) return message;
    if (input.version !== undefined && input.version !== message.version) throw changedMeanwhile();
    if (await conversation.isBlocked(caller.userId)) throw blocked();
    return conversation.editMessage(message.id, input.content);
  });
}

const changedMeanwhile = (): ChatError =>
  new ChatError('CONFLICT', 'This message was changed elsewhere meanwhile.');
