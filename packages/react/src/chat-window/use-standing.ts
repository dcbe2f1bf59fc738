import { useEffect } from 'react';
import { useChat } from '../provider/use-chat.ts';
import { useSync } from '../provider/use-sync.ts';
import { type Standing, standingOf } from './standing.ts';

/** Keeps the conversation loaded for as long as it is on the screen, and tells how the person stands with it. */
export function useStanding(conversationId: number | null): Standing | null {
  const { sync } = useChat();
  useEffect(
    () => (conversationId === null ? undefined : sync.openConversation(conversationId)),
    [sync, conversationId],
  );
  return useSync(({ chat }) => (conversationId === null ? null : standingOf(chat, conversationId)));
}
