import { type ChatClient, describeFailure, retrying } from '@vibe/client';
import type { Conversation, Message } from '@vibe/contract';
import { answerId } from './answer-id.ts';
import { allConversations, type Call, unreadMessages } from './backlog.ts';
import { isSpokenTo } from './is-spoken-to.ts';
import { reply } from './reply.ts';

/**
 * Answers whoever speaks to it, each message once, also when it is killed in the middle. It stores nothing itself: how
 * far it got is its read mark, and an answer given twice carries the same `clientId`, so the server keeps one.
 */
export async function runBot(chat: ChatClient, signal: AbortSignal): Promise<void> {
  const { api } = chat;
  const call: Call = (make) => retrying(make, signal);
  const { user: me } = await call(() => api.auth.me.query());
  const types = new Map<number, Conversation['type']>();

  // The cursor is older than the backlog: what is said while that is read is followed too.
  const { cursor } = await call(() => api.conversation.list.query({ limit: 1 }));
  await answerBacklog();
  for await (const { event } of chat.changes({ cursor, signal })) {
    if (event.type === 'message.sent') await answer(event.message);
    if (event.type === 'conversation.created') await answerUnread(event.conversation);
    if (event.type === 'reset') await answerBacklog();
  }

  async function answerBacklog(): Promise<void> {
    for await (const conversation of allConversations(api, call)) await answerUnread(conversation);
  }

  async function answerUnread(conversation: Conversation): Promise<void> {
    types.set(conversation.id, conversation.type);
    await unlessGone(async () => {
      for await (const message of unreadMessages(api, call, conversation)) await answer(message);
    });
  }

  /** First the answer, then the mark: killed in between, it answers again, which changes nothing. */
  async function answer(message: Message): Promise<void> {
    await unlessGone(async () => {
      if (isSpokenTo(me, types.get(message.conversationId), message)) await say(message);
      await call(() =>
        api.receipt.markRead.mutate({ conversationId: message.conversationId, seq: message.seq }),
      );
    });
  }

  async function say(message: Message): Promise<void> {
    const content = reply(message.content ?? '', new Date(message.createdAt));
    const { conversationId } = message;
    await call(() => api.message.send.mutate({ conversationId, clientId: answerId(message.id), content }));
  }
}

/** Whoever removed or blocked the bot meanwhile wants no answer. */
async function unlessGone(deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    const { code } = describeFailure(error);
    if (code !== 'NOT_FOUND' && code !== 'BLOCKED') throw error;
  }
}
