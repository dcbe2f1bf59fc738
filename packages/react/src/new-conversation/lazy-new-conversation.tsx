import { lazy } from 'react';

const load = () => import('./new-conversation.tsx');

/** `NewConversation`, loaded when it is first rendered. */
export const LazyNewConversation = lazy(async () => ({ default: (await load()).NewConversation }));

/** Somebody is about to open it. */
export const prepareNewConversation = (): void => {
  // If it fails now, opening it tries again.
  load().catch(() => {});
};
