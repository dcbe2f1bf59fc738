import type { ChatClient } from '@vibe/client';
import { importGroup } from './imported-group.ts';
import type { Running } from './running-server.ts';
import { elsewhere } from './stage.ts';

/** Who writes in a long group, elsewhere. */
const speakers = ['jonas', 'ana', 'leo', 'yuki', 'robin'].map((name) => `${name}@example.com`);

/** A group of the whole cast, with a past that all have read. Maya, its owner, is the one who looks at it. */
export interface LongGroup extends AsyncDisposable {
  id: number;
  name: string;
  jonas: ChatClient;
  /** So many messages by all but Maya, from everywhere at once. Returns what they say, in the order they were stored in. */
  sayMany(count: number, words: string): Promise<string[]>;
  /** By Jonas. */
  say(content: string): Promise<number>;
}

export const maya = 'maya@example.com';

export async function longGroup(server: Running, name: string, count: number): Promise<LongGroup> {
  await importGroup(server, name, count, [maya, ...speakers]);
  const cast = await Promise.all(speakers.map((email) => elsewhere(server.url, email)));
  const [jonas] = cast;
  if (!jonas) throw new Error('nobody is there to write');
  const { conversations } = await jonas.api.conversation.list.query({ limit: 100 });
  const group = conversations.find((each) => each.name === name);
  if (!group) throw new Error(`${name} was not imported`);
  const conversationId = group.id;
  const send = ({ api }: ChatClient, content: string) =>
    api.message.send.mutate({ conversationId, clientId: crypto.randomUUID(), content });
  return {
    id: conversationId,
    name,
    jonas,
    say: async (content) => (await send(jonas, content)).id,
    async sayMany(many, words) {
      const last = await lastSeq(jonas, conversationId);
      const each = (index: number) => send(cast[index % cast.length] ?? jonas, `${words} ${index + 1}.`);
      await Promise.all(Array.from({ length: many }, (_, index) => each(index)));
      return await contentsAfter(jonas, conversationId, last);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(cast.map((client) => client.close()));
    },
  };
}

async function lastSeq({ api }: ChatClient, conversationId: number): Promise<number> {
  const { messages } = await api.message.list.query({ conversationId, limit: 1 });
  return messages.at(-1)?.seq ?? 0;
}

/** What the conversation says after that seq, in its order. */
async function contentsAfter({ api }: ChatClient, conversationId: number, seq: number): Promise<string[]> {
  const contents: string[] = [];
  for (let after = seq; ; ) {
    const page = await api.message.list.query({ conversationId, after, limit: 100 });
    contents.push(...page.messages.map(({ content }) => content ?? ''));
    const last = page.messages.at(-1);
    if (!last) return contents;
    after = last.seq;
  }
}
