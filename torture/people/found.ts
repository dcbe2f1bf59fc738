import { createChatClient, fixedToken } from '@vibe/client';
import type { Random } from '../random.ts';
import { hostToken } from './host-token.ts';

export interface Beginning {
  /** Of a server that answers. */
  url: string;
  hostUrl: string;
  /** As the host platform calls the people. */
  names: readonly string[];
  random: Random;
}

/** Everybody signs in once, and they have some conversations to begin with. Answers with their ids, in that order. */
export async function found({ url, hostUrl, names, random }: Beginning): Promise<number[]> {
  const apis = await Promise.all(names.map(async (name) => apiOf(url, await hostToken(hostUrl, name)())));
  const userIds: number[] = [];
  for (const api of apis) userIds.push((await api.auth.me.query()).user.id);

  for (const [at, api] of apis.entries()) {
    const others = userIds.filter((_, other) => other !== at);
    const [friend] = random.some(others, 1);
    if (friend !== undefined) await api.conversation.create.mutate({ type: 'direct', userId: friend });
    if (at % 4 !== 0) continue;
    await api.conversation.create.mutate({
      type: 'group',
      name: `Group of ${names[at]}`,
      userIds: random.some(others, 3 + random.below(8)),
      historyVisible: random.isLikely(0.5),
    });
  }
  return userIds;
}

/** For calls alone: it opens no socket. */
const apiOf = (url: string, token: string) =>
  createChatClient({ url, token: fixedToken(token), storage: null }).api;
