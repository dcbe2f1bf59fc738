import type { ChatApi, KnownConversation } from '@vibe/client';
import type { Conversation, Message, Receipt, User } from '@vibe/contract';
import { differences } from './differences.ts';

/** Everything that the server tells one person when asked anew. */
export interface Fetched {
  /** As the list has them. */
  conversations: FetchedConversation[];
  users: ReadonlyMap<number, User>;
}

export interface FetchedConversation {
  conversation: KnownConversation;
  /** All that the person may see. */
  messages: Message[];
}

/** Small pages, so that there are several. */
const listLimit = 2;
const messageLimit = 40;

/** The list, each conversation, its messages and its receipts: all pages. Throws where the answers contradict each other. */
export async function fetchAll(api: ChatApi): Promise<Fetched> {
  const users = new Map<number, User>();
  const listed = await fetchList(api);
  const conversations = await Promise.all(listed.map((each) => fetchConversation(api, each, users)));
  return { conversations, users };
}

async function fetchList(api: ChatApi): Promise<Conversation[]> {
  const listed: Conversation[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof api.conversation.list.query>> = await api.conversation.list.query({
      limit: listLimit,
      ...(after !== undefined && { after }),
    });
    listed.push(...page.conversations);
    after = page.nextKey;
  }
  return listed;
}

async function fetchConversation(
  api: ChatApi,
  listed: Conversation,
  users: Map<number, User>,
): Promise<FetchedConversation> {
  const conversationId = listed.id;
  const [{ conversation: whole }, receipts, messages] = await Promise.all([
    api.conversation.byId.query({ conversationId }),
    fetchReceipts(api, conversationId),
    fetchMessages(api, conversationId),
  ]);
  const contradictions = [
    ...differences(whole, listed, 'byId and list: '),
    ...differences(receipts, whole.receipts, 'receipt.list and byId: '),
    ...differences(messages.at(-1) ?? null, whole.lastMessage, 'message.list and byId: '),
  ];
  if (contradictions.length > 0) throw new Error(contradictions.join('\n'));
  const { users: named, ...conversation } = whole;
  for (const user of [...named, ...whole.participants.map((each) => each.user)]) users.set(user.id, user);
  return { conversation, messages };
}

async function fetchReceipts(api: ChatApi, conversationId: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: Awaited<ReturnType<typeof api.receipt.list.query>> = await api.receipt.list.query({
      conversationId,
      limit: listLimit,
      after,
    });
    receipts.push(...page.receipts);
    after = page.nextUserId;
  }
  return receipts;
}

async function fetchMessages(api: ChatApi, conversationId: number): Promise<Message[]> {
  const messages: Message[] = [];
  let hasOlder = true;
  while (hasOlder) {
    const before: number | undefined = messages[0]?.seq;
    const page: Awaited<ReturnType<typeof api.message.list.query>> = await api.message.list.query({
      conversationId,
      limit: messageLimit,
      ...(before !== undefined && { before }),
    });
    messages.unshift(...page.messages);
    hasOlder = page.hasOlder && page.messages.length > 0;
  }
  return messages;
}
