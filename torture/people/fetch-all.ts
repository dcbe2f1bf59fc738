import type { ChatApi } from '@vibe/client';
import type { Conversation, Message, MessagePage } from '@vibe/contract';
import type { FetchedConversation } from '../oracle/view.ts';

/** What the server tells one person who asks anew; of each conversation's messages as far back as `oldestSeq` says. */
export async function fetchAll(
  api: ChatApi,
  oldestSeq: (conversationId: number) => number,
): Promise<FetchedConversation[]> {
  const listed = await fetchList(api);
  return Promise.all(listed.map(({ id }) => fetchConversation(api, id, oldestSeq(id))));
}

async function fetchList(api: ChatApi): Promise<Conversation[]> {
  const listed: Conversation[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof api.conversation.list.query>> = await api.conversation.list.query({
      ...(after !== undefined && { after }),
    });
    listed.push(...page.conversations);
    after = page.nextKey;
  }
  return listed;
}

async function fetchConversation(
  api: ChatApi,
  conversationId: number,
  oldestSeq: number,
): Promise<FetchedConversation> {
  const { conversation: whole } = await api.conversation.byId.query({ conversationId });
  const { users: _, ...conversation } = whole;
  const messages: Message[] = [];
  let hasOlder = true;
  while (hasOlder && (messages[0]?.seq ?? Number.POSITIVE_INFINITY) > oldestSeq) {
    const before: number | undefined = messages[0]?.seq;
    const page: MessagePage = await api.message.list.query({
      conversationId,
      limit: 100,
      ...(before !== undefined && { before }),
    });
    messages.unshift(...page.messages);
    hasOlder = page.hasOlder && page.messages.length > 0;
  }
  return { conversation, messages };
}
