import { useEffect, useSyncExternalStore } from 'react';
import { draftsOf } from '../composer/use-draft.ts';
import { useChat } from '../provider/use-chat.ts';
import { followNothing } from '../provider/use-sync.ts';
import { excerpt } from './last-line.ts';

/**
 * What was begun in the conversation and not sent, here or in another tab; empty where there is nothing.
 *
 * @param isOpen It stands in the composer, and changes with every key: nothing of it is followed here.
 */
export function useRowDraft(conversationId: number, isOpen: boolean): string {
  const drafts = draftsOf(useChat());
  useEffect(() => {
    const refresh = () => drafts.refresh(conversationId);
    window.addEventListener('storage', refresh);
    return () => window.removeEventListener('storage', refresh);
  }, [drafts, conversationId]);
  return useSyncExternalStore(isOpen ? followNothing : drafts.subscribe, () =>
    isOpen ? '' : excerpt(drafts.read(conversationId)),
  );
}
