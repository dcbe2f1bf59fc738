import type { ListMessagesInput, MessagePage } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { notFound } from '../chat-error.ts';

/** A page of a conversation's messages, ascending by seq. @throws `NOT_FOUND` */
export async function listMessages(
  deps: ChatDeps,
  caller: Caller,
  input: ListMessagesInput,
): Promise<MessagePage> {
  const page = await deps.messages.list(caller.userId, input);
  if (!page) throw notFound('conversation');
  return page;
}
