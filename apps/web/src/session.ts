import { type ChatClient, createChatClient, sessionTokens } from '@vibe/client';

const url = '/trpc';

export const tokens = sessionTokens({ url });

/** The chat of whoever is signed in now. */
export const openChat = (onSignedOut: () => void): ChatClient =>
  createChatClient({ url, token: tokens, onSignedOut });
