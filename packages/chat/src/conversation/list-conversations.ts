import type { ConversationPage, ListConversationsInput } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';

/** The caller's conversations, latest activity first, and the cursor at which the page is true. */
export function listConversations(
  deps: ChatDeps,
  caller: Caller,
  input: ListConversationsInput,
): Promise<ConversationPage> {
  return deps.conversations.list(caller.userId, input);
}
