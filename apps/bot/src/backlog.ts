import type { ChatApi } from '@vibe/client';
import type { Conversation, Message } from '@vibe/contract';

export type Call = <T>(make: () => Promise<T>) => Promise<T>;

/** All conversations of the bot, page by page. */
export async function* allConversations(api: ChatApi, call: Call): AsyncGenerator<Conversation, void> {
  let after: string | null | undefined;
  while (after !== null) {
    const from = after;
    const page = await call(() => api.conversation.list.query(from === undefined ? {} : { after: from }));
    yield* page.conversations;
    after = page.nextKey;
  }
}

/** What came after the bot's read mark, oldest first. */
export async function* unreadMessages(
  api: ChatApi,
  call: Call,
  { id: conversationId, receipts, membership }: Conversation,
): AsyncGenerator<Message, void> {
  let after = receipts.find(({ userId }) => userId === membership.userId)?.readSeq ?? 0;
  for (let hasNewer = true; hasNewer; ) {
    const from = after;
    const page = await call(() => api.message.list.query({ conversationId, after: from }));
    yield* page.messages;
    after = page.messages.at(-1)?.seq ?? after;
    hasNewer = page.hasNewer;
  }
}
