import type { Message, User } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** One message, and whom it names. @throws `NOT_FOUND` */
export async function messageById(
  deps: ChatDeps,
  caller: Caller,
  { messageId }: { messageId: number },
): Promise<{ message: Message; users: User[] }> {
  const found = await deps.messages.byId(caller.userId, messageId);
  if (!found) throw notFound('message');
  return found;
}
