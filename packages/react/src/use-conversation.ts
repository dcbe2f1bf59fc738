import type { ConversationState } from '@vibe/client';
import { useEffect } from 'react';
import { useChat } from './chat-provider.tsx';
import { useSync } from './use-sync.ts';

/** Opens a conversation for as long as it is shown. Null while it loads; `absent` when it is not there for this person. */
export function useConversation(conversationId: number): ConversationState | 'absent' | null {
  const { sync } = useChat();
  useEffect(() => sync.openConversation(conversationId), [sync, conversationId]);
  return useSync(({ chat }) => {
    if (chat.absentIds.has(conversationId) || chat.leftVersions.has(conversationId)) return 'absent';
    return chat.conversations.get(conversationId) ?? null;
  });
}
