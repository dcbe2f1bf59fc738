import type { ConversationState } from '@vibe/client';
import { useRef } from 'react';
import { useSync } from '../provider/use-sync.ts';

/**
 * The conversation. While everything is loaded anew and it is not there yet, as it was: its messages stay on the screen.
 * Undefined where the person has left it, or nobody is signed in.
 *
 * @param isPaused Nobody sees it: it stays as it is.
 */
export function useKnown(conversationId: number, isPaused: boolean): ConversationState | undefined {
  const last = useRef<ConversationState>(undefined);
  return useSync(({ me, chat }) => {
    const isGone = chat.leftVersions.has(conversationId) || chat.absentIds.has(conversationId);
    const before = me && !isGone && ownerOf(last.current) === me.user.id ? last.current : undefined;
    last.current = me ? (chat.conversations.get(conversationId) ?? before) : undefined;
    return last.current;
  }, isPaused);
}

const ownerOf = (known: ConversationState | undefined) => known?.conversation.membership.userId;
