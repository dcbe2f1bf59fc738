import { type ChatClient, type ConversationState, latestRun } from '@vibe/client';

/**
 * Loads messages page by page, as scrolling up does. The conversation stays open behind the screen: one that nobody
 * looks at would keep its last messages only.
 */
export async function loadMessages(client: ChatClient, conversationId: number, count: number): Promise<void> {
  const { sync } = client;
  sync.openConversation(conversationId);
  let known = await untilLoaded(client, conversationId);
  while (latestRun(known).length < count) {
    const before = latestRun(known).length;
    await sync.loadOlder(conversationId);
    known = await untilLoaded(client, conversationId);
    if (latestRun(known).length === before) return;
  }
}

/** The conversation, once its end is there. */
function untilLoaded({ sync }: ChatClient, conversationId: number): Promise<ConversationState> {
  const { promise, resolve } = Promise.withResolvers<ConversationState>();
  const look = (): void => {
    const known = sync.getState().chat.conversations.get(conversationId);
    if (!known || latestRun(known).length === 0) return;
    stop();
    resolve(known);
  };
  const stop = sync.subscribe(look);
  look();
  return promise;
}
