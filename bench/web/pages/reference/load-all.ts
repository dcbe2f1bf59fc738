import type { Conversation, Message } from '@vibe/contract';
import type { PlainApi } from './api.ts';

const pageRows = 100;
const pagesAtOnce = 20;

/** The last `count` messages, many pages at a time: the seqs have no holes, so that every page's place is known. */
export async function loadAll(
  api: PlainApi,
  { id: conversationId, lastSeq }: Conversation,
  count: number,
): Promise<Message[]> {
  const pages = Math.ceil(Math.min(count, lastSeq) / pageRows);
  const ends = Array.from({ length: pages }, (_, index) => lastSeq + 1 - (pages - 1 - index) * pageRows);
  const messages: Message[] = [];
  for (let from = 0; from < pages; from += pagesAtOnce) {
    const answers = await Promise.all(
      ends
        .slice(from, from + pagesAtOnce)
        .map((before) => api.message.list.query({ conversationId, before, limit: pageRows })),
    );
    messages.push(...answers.flatMap((page) => page.messages));
  }
  return messages;
}
