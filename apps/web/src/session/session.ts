import { type ChatClient, createChatClient, sessionTokens } from '@vibe/client';

const url = '/trpc';

export const tokens = sessionTokens({ url });

/** The chat of whoever is signed in now. It begins to load at once, before there is anything to show it. */
export function openChat(onSignedOut: () => void): ChatClient {
  const client = createChatClient({ url, token: tokens, onSignedOut });
  client.sync.start();
  return client;
}
