import { useEffect, useSyncExternalStore } from 'react';
import { draftsOf } from '../composer/use-draft.ts';
import { useChat } from '../provider/use-chat.ts';
import { excerpt } from './last-line.ts';

/** What was begun in the conversation and not sent, here or in another tab; empty where there is nothing. */
export function useRowDraft(conversationId: number): string {
  const drafts = draftsOf(useChat());
  useEffect(() => {
    const refresh = () => drafts.refresh(conversationId);
    window.addEventListener('storage', refresh);
    return () => window.removeEventListener('storage', refresh);
  }, [drafts, conversationId]);
  return useSyncExternalStore(drafts.subscribe, () => excerpt(drafts.read(conversationId)));
}
