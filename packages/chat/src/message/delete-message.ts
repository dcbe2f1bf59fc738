import type { Message } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { changeMessage } from './change-message.ts';

/** Leaves a tombstone: the row keeps its place, its content is gone. Idempotent. @throws `NOT_FOUND`, `FORBIDDEN` */
export function deleteMessage(
  deps: ChatDeps,
  caller: Caller,
  { messageId }: { messageId: number },
): Promise<Message> {
  return changeMessage(deps, caller, messageId, 'message.delete', async (conversation, message) =>
    message.deletedAt === null ? conversation.deleteMessage(message.id) : message,
  );
}
